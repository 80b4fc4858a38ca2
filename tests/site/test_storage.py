"""What the page on privacy says is kept in a browser, and what is really kept: the same, both ways."""

import re
from collections.abc import Callable

from playwright.sync_api import expect

from scripts.environment.folders import ROOT
from tests.site.browsing import Visit
from tests.site.serving import SiteServer

COMPONENTS = [*sorted((ROOT / "overrides" / "assets").rglob("*.js")), ROOT / "overrides/partials/javascripts/palette.html"]
PRIVACY = (ROOT / "docs" / "naslag" / "over.md").read_text(encoding="utf-8")
NAMES = re.findall(r"^\| `([^`]+)`", PRIVACY.split("{#bewaard}")[1].split("\n## ")[0], re.MULTILINE)
# Only what went wrong, or is gone at once: no ordinary visit leaves these.
SELDOM = {"hikikomori-in-beeld-onleesbaar", "hikikomori-in-beeld-proef", "hikikomori-in-beeld-blad-…-vorige"}
_CALL = re.compile(r"(?:local|session)Storage\.\w+Item\(([^;]*)")
# A text that can be a name: ours, or a template that may begin with one of ours.
_TEXT = re.compile(r"\"(hikikomori-in-beeld[^\"]*)\"|`((?:hikikomori-in-beeld|\$\{)[^`]*)`")
_GIVEN = re.compile(r"(\w+) = [\"`](hikikomori-in-beeld(?:[^`;\"]|\"\")*)[\"`];")
_UNKNOWN = re.compile(r"\$\{[^}]*\}(?:-\$\{[^}]*\})*")
LESSON = "/vorming/discord-in-de-vingers/plekken-en-woorden/"


def keys(source: str) -> set[str]:
    """The names a script stores under; what only the browser knows is an ellipsis."""
    given = {name: _UNKNOWN.sub("…", text) for name, text in re.findall(_GIVEN, source)}
    texts = [one or other for one, other in _TEXT.findall(source)]
    filled = [re.sub(r"\$\{(?:this\.)?(\w+)\}", lambda found: given.get(found[1], found[0]), text) for text in texts]
    # A copy set aside gets the time behind it; the page says "soms met een nummer".
    names = {_UNKNOWN.sub("…", text).removesuffix("-…") if "onleesbaar" in text else _UNKNOWN.sub("…", text) for text in filled}
    return {name for name in names if name.startswith("hikikomori-in-beeld")}


def test_the_page_on_privacy_names_every_key_of_our_scripts_and_no_other() -> None:
    sources = [path.read_text(encoding="utf-8") for path in COMPONENTS]
    used = set().union(*(keys(source) for source in sources if "Storage." in source))

    assert used == set(NAMES)


def test_a_key_that_nobody_wrote_down_is_found() -> None:
    assert keys('const KEY = "hikikomori-in-beeld-x";\nlocalStorage.setItem(KEY, "1");') == {"hikikomori-in-beeld-x"}
    assert keys("sessionStorage.setItem(`hikikomori-in-beeld-${id}-y`, text);") == {"hikikomori-in-beeld-…-y"}


def test_no_script_of_ours_keeps_anything_in_another_place() -> None:
    for path in COMPONENTS:
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"document\.cookie|indexedDB|caches\.|serviceWorker", text), path.name
        for call in _CALL.findall(text):
            assert call.startswith(
                ("KEY", "ASIDE", "VISIT", "key", "this.key", "probe", "taken", "`${this.key}", '"hikikomori-')
            ), call


def test_a_visit_that_uses_everything_leaves_what_the_page_names(first_visit: Callable[..., Visit], server: SiteServer) -> None:
    page = first_visit().page
    page.goto(server.url(f"{LESSON}?trainer"))
    page.get_by_role("button", name="Weergave volgt je toestel; kies donker").click()
    page.get_by_role("button", name="Markeer als gedaan").click()
    expect(page.locator("site-les").get_by_role("status")).to_contain_text("Gedaan op")
    own = page.locator("details.trainer__eigen").first
    own.locator("summary").click()
    own.locator("textarea").fill("op tijd beginnen")
    sheet = page.locator("site-invulblad").first
    sheet.get_by_role("checkbox").check()
    sheet.locator("textarea").first.fill("een zin")

    kept = page.evaluate("[...Object.keys(localStorage), ...Object.keys(sessionStorage)]")
    patterns = {name: re.compile(re.escape(name).replace("…", r"\S+") + "$") for name in NAMES}
    for key in kept:
        assert [name for name, pattern in patterns.items() if pattern.match(key)], f"not on the page on privacy: {key}"
    for name in set(NAMES) - SELDOM:
        assert [key for key in kept if patterns[name].match(key)], f"on the page on privacy, and not kept: {name}"
    assert page.evaluate("document.cookie") == ""
    assert page.evaluate("indexedDB.databases()") == []
    assert page.evaluate("caches.keys()") == []
