"""SCORM packages played: in Chromium, by the run-time of scorm-again, which is not ours."""

import json
import re
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Frame, Page, expect

from scripts.build.port import HOST
from scripts.environment.folders import TOOLS
from tests.export.scorm_packages import WHOLE, package, unpacked
from tests.site.axe import assert_no_violation
from tests.site.browsing import DESKTOP, PHONE, Visit
from tests.site.serving import SiteServer, serve

# One process plays them all.
pytestmark = pytest.mark.xdist_group("scorm-played")
LESSON = "discord-in-de-vingers-plekken-en-woorden.html"
TALK = "gesprekken-eerste-bericht.html"
# Between a platform and a page: what every call was, what it gave back, and the error it left.
PLATFORM = """<!doctype html><html lang="nl"><head><title>Leerplatform</title><script src="scorm12.js"></script><script>
  const NAMES = ["LMSInitialize", "LMSFinish", "LMSGetValue", "LMSSetValue", "LMSCommit", "LMSGetLastError"];
  window.calls = [];
  function begin(kept) {
    window.runtime = new Scorm12API({ logLevel: 5 });
    if (kept) runtime.loadFromJSON(kept.cmi, "cmi");
    window.API = Object.fromEntries(NAMES.map((name) => [name, (...given) => {
      const answer = runtime[name](...given);
      calls.push({ name, given, answer, error: runtime.LMSGetLastError() });
      return answer;
    }]));
  }
  const kept = () => runtime.renderCMIToJSONObject();
</script></head><body><iframe id="les" title="les" style="width:100%;height:700px;border:0"></iframe></body></html>"""
# Platforms that are not there, or do not keep their word; and a page of nobody, with ours deeper inside.
ODD = {
    "none": "",
    "of another site": "window.API = { LMSInitialize: () => 'true' };",
    "throwing": "window.API = new Proxy({}, { get: () => () => { throw new Error('kapot'); } });",
    "refusing": "window.API = new Proxy({}, { get: () => () => 'false' });",
    "no functions": "window.API = { LMSInitialize: 'ja' };",
}
BARE = '<!doctype html><html lang="nl"><head><title>x</title><script>{}</script></head><body><iframe id="les" title="les"></iframe></body></html>'


@dataclass
class Player:
    """A platform with one frame; `server` has the whole training."""

    page: Page
    server: SiteServer

    def open(self, file: str, kept: Any = None) -> Frame:
        self.page.goto(self.server.url("/platform.html"))
        self.page.evaluate("kept => begin(kept)", kept)
        return self.show(file)

    def show(self, file: str) -> Frame:
        self.page.evaluate("file => document.getElementById('les').src = file", file)
        frame = self.page.frame_locator("#les")
        frame.locator("h1").wait_for()
        found = self.page.frames[1]
        found.wait_for_function("Boolean(customElements.get('site-leerplatform'))")
        return found

    def leave(self) -> Any:
        """Closes the lesson; what the platform has of it."""
        self.page.evaluate("document.getElementById('les').src = 'about:blank'")
        self.page.wait_for_function("calls.some(call => call.name === 'LMSFinish')")
        return self.page.evaluate("kept()")

    def told(self) -> dict[str, str]:
        """The last value of everything that was ever said."""
        calls = self.page.evaluate("calls")
        return {call["given"][0]: call["given"][1] for call in calls if call["name"] == "LMSSetValue"}

    def core(self) -> dict[str, str]:
        found: dict[str, str] = self.page.evaluate("kept().cmi.core")
        return found


@pytest.fixture(scope="module")
def server(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[SiteServer]:
    folder = tmp_path_factory.mktemp("scorm")
    for name, content in unpacked(package(site, WHOLE)).items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(content)
    shutil.copy(TOOLS / "node_modules" / "scorm-again" / "dist" / "scorm12.js", folder)
    (folder / "platform.html").write_text(PLATFORM, encoding="utf-8")
    for name, script in ODD.items():
        (folder / f"{name}.html").write_text(BARE.format(script), encoding="utf-8")
    with serve(folder) as running:
        yield running


@pytest.fixture
def visit(first_visit: Callable[..., Visit]) -> Visit:
    return first_visit()


@pytest.fixture
def player(visit: Visit, server: SiteServer) -> Player:
    return Player(visit.page, server)


def answer(frame: Frame, number: int, right: bool) -> None:
    """Chooses in the question of that number, and looks."""
    quiz = frame.locator("site-quiz").nth(number)
    key = "Juist:" if right else "Niet juist:"
    choice = quiz.locator(".quiz__answer").filter(has=frame.locator("details p", has_text=re.compile(f"^{key}"))).first
    choice.locator("input").check()
    quiz.get_by_role("button", name="Kijk na").click()


def test_a_lesson_is_begun_left_resumed_and_finished(player: Player, visit: Visit) -> None:
    frame = player.open(LESSON)
    assert player.core()["lesson_status"] == "incomplete"
    assert "score" not in json.dumps(player.told())  # nothing was asked yet

    answer(frame, 0, right=False)
    assert "cmi.core.score.raw" not in player.told()
    answer(frame, 0, right=True)
    assert player.told()["cmi.core.score.raw"] == "50"
    assert player.page.evaluate("calls.at(-1).name") == "LMSCommit"
    frame.locator("#wie-leest-er-mee").evaluate("heading => heading.scrollIntoView()")
    frame.wait_for_function("document.querySelector('site-leerplatform').place === 'wie-leest-er-mee'")
    kept = player.leave()

    assert (kept["cmi"]["core"]["lesson_status"], kept["cmi"]["core"]["lesson_location"]) == ("incomplete", "wie-leest-er-mee")
    assert kept["cmi"]["core"]["exit"] == "suspend"
    assert json.loads(kept["cmi"]["suspend_data"]) == {"v": 1, "right": ["quiz-privekanaal"]}
    assert re.fullmatch(r"\d{4}:\d\d:\d\d\.\d\d", player.told()["cmi.core.session_time"])

    frame = player.open(LESSON, kept)
    expect(frame.get_by_text("Hier was je gebleven.")).to_be_in_viewport()
    expect(frame.locator("#wie-leest-er-mee")).to_be_focused()
    expect(frame.locator("site-quiz").first.get_by_role("status")).to_have_text("Deze vraag had je al juist.")
    assert frame.locator("site-quiz input:checked").count() == 0  # an answer itself was never kept
    assert player.core()["score"]["raw"] == "50"

    answer(frame, 0, right=False)  # takes nothing away
    answer(frame, 1, right=True)
    frame.get_by_role("button", name="Rond deze les af").click()
    expect(frame.locator(".leerplatform__status")).to_contain_text("Je had 2 van de 2 vragen juist.")
    expect(frame.locator(".leerplatform__status")).to_be_focused()
    kept = player.leave()

    core = kept["cmi"]["core"]
    assert (core["lesson_status"], core["score"]["raw"], core["score"]["min"], core["score"]["max"]) == (
        "completed",
        "100",
        "0",
        "100",
    )
    assert re.fullmatch(r"\d\d:\d\d:\d\d(\.\d+)?", player.page.evaluate("runtime.renderCommitCMI(true).cmi.core.total_time"))
    refused = [call for call in player.page.evaluate("calls") if call["answer"] == "false" or call["error"] not in ("0", 0)]
    assert refused == []
    assert visit.complaints == []
    assert {url.split("/")[2] for url in visit.requests if url.startswith("http")} == {player.server.origin.split("/")[2]}

    frame = player.open(LESSON, kept)  # done stays done
    expect(frame.get_by_role("button", name="Rond deze les af")).to_be_hidden()
    assert player.leave()["cmi"]["core"]["lesson_status"] == "completed"


def test_of_a_conversation_only_its_end_is_told_to_the_platform_that_opened_it(player: Player, visit: Visit) -> None:
    player.page.goto(player.server.url("/platform.html"))
    player.page.evaluate("begin()")
    with player.page.expect_popup() as opened:
        player.page.evaluate("file => window.open(file, 'les', 'width=800,height=700')", TALK)
    window = opened.value
    # Before the script runs all scenes are in view, endings too.
    window.locator(".gesprek--stap .scene:not(.scene--hidden) .scene__choice > a").first.wait_for()
    while window.locator(".scene--einde:not(.scene--hidden)").count() == 0:
        assert player.told()["cmi.core.lesson_status"] == "incomplete"
        window.locator(".scene:not(.scene--hidden) .scene__choice > a").first.click()
    expect(window.locator(".leerplatform__status")).to_have_text("Afgerond. Dat staat nu in je leerplatform.")
    window.goto("about:blank")
    player.page.wait_for_function("calls.some(call => call.name === 'LMSFinish')")
    told = player.told()

    assert told.pop("cmi.core.session_time")
    assert told == {
        "cmi.core.lesson_status": "completed",
        "cmi.core.lesson_location": "",
        "cmi.core.exit": "suspend",
        "cmi.suspend_data": '{"v":1,"right":[]}',
    }
    assert visit.complaints == []


@pytest.mark.parametrize("odd", ODD)
def test_without_a_platform_that_works_the_lesson_does(player: Player, visit: Visit, odd: str) -> None:
    address = player.server.url(f"/{odd}.html")
    player.page.goto(address.replace(HOST, "localhost") if odd == "of another site" else address)
    frame = player.show(player.server.url(f"/{LESSON}"))
    answer(frame, 0, right=True)

    expect(frame.locator(".leerplatform__begin")).to_have_text("Geen leerplatform gevonden: je voortgang wordt niet bewaard.")
    expect(frame.locator("site-quiz").first.get_by_role("status")).to_contain_text("Dat klopt.")
    expect(frame.get_by_role("button", name="Rond deze les af")).to_be_hidden()
    player.page.evaluate("document.getElementById('les').src = 'about:blank'")
    assert visit.complaints == []


KEPT = [
    "",
    "[",
    "null",
    "5",
    '{"v":1,"right":"quiz-privekanaal"}',
    '{"v":2,"right":["quiz-privekanaal"]}',
    '{"v":1,"right":[5,null,"<b>","quiz-weg"]}',
]


def test_whatever_a_platform_gives_back_is_survived(player: Player, visit: Visit) -> None:
    for kept in KEPT:
        frame = player.open(
            LESSON, {"cmi": {"suspend_data": kept, "core": {"lesson_location": '"]<b>', "lesson_status": "failed"}}}
        )
        answer(frame, 1, right=True)
        assert player.core()["score"]["raw"] == "50", kept
        assert player.core()["lesson_status"] == "incomplete"
    frame = player.open(LESSON, {"cmi": {"core": {"lesson_mode": "review", "lesson_status": "completed"}}})
    answer(frame, 0, right=True)
    expect(frame.locator(".leerplatform__begin")).to_have_text("Je bekijkt dit alleen: je leerplatform bewaart nu niets.")

    assert player.told() == {}
    assert visit.complaints == []


def test_nothing_is_called_kept_that_was_not(player: Player) -> None:
    frame = player.open(LESSON)
    player.page.evaluate("API.LMSCommit = () => 'false'")
    frame.get_by_role("button", name="Rond deze les af").click()

    expect(frame.locator(".leerplatform__status")).to_contain_text("Je leerplatform antwoordt niet")
    expect(frame.get_by_role("button", name="Rond deze les af")).to_be_visible()


@pytest.mark.parametrize("file", [LESSON, TALK])
def test_a_page_breaks_no_accessibility_rule_and_fits_a_phone(visit: Visit, server: SiteServer, file: str) -> None:
    for viewport in (PHONE, DESKTOP):
        visit.page.set_viewport_size(viewport)
        visit.page.goto(server.url(f"/{file}"))

        assert_no_violation(visit.page, f"{viewport['width']} pixels wide")
        assert visit.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
