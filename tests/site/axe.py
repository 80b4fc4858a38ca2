"""What axe says of the page that is open, in the state it is in."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from axe_playwright_python.base import AxeResults
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

SCRIPT = Axe().axe_script
# Every rule axe has on by default (WCAG 2.2 A and AA, best practice), and the one of WCAG 2.2 that it leaves off.
ALL_RULES: dict[str, Any] = {"rules": {"target-size": {"enabled": True}}}
# The rules that judge colours, and what each takes for its text.
COLOURED = {"color-contrast": "*", "link-in-text-block": ":is(a[href], [role=link])"}
COLOUR_RULES: dict[str, Any] = {"runOnly": list(COLOURED)}
# `changed`: rules that are not as axe comes. The closed menu of a phone is hidden twice. Axe asks where each part of it stands; while
# the browser leaves out its layout, every such question costs one. Of what axe finds, only the violations are told.
RUN = """async ([options, changed]) => {
  const once = new CSSStyleSheet();
  once.replaceSync(".md-sidebar--primary { content-visibility: visible !important; }");
  document.adoptedStyleSheets.push(once);
  axe.configure({ rules: changed });
  try {
    const { violations } = await axe.run(options);
    return { violations };
  } finally {
    axe.reset();
    document.adoptedStyleSheets.pop();
  }
}"""
# What decides how the text of an element looks: the tags and attributes of itself and all around it. Values count only where
# our styles ask for them, and not what names a part or says where it leads.
LOOKS = """() => {
  const valued = /^(class|style|type|role|dir|align|fill|stroke|aria-(pressed|invalid|current|expanded|selected)|data-md-.*)$/;
  const known = new Map([[null, innerWidth * (matchMedia("print").matches ? -1 : 1)]]);
  const hash = (text, seed) => [...text].reduce((sum, sign) => (Math.imul(sum, 31) + sign.codePointAt(0)) | 0, seed);
  const look = (element) => {
    if (!known.has(element)) {
      const parts = [...element.attributes].map((one) => (valued.test(one.name) ? `${one.name}=${one.value}` : one.name));
      known.set(element, hash([element.localName, ...parts.sort()].join(" "), look(element.parentElement)));
    }
    return known.get(element);
  };
  const text = (element) => [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
  window.withText = [...document.body.querySelectorAll("*")].filter((one) =>
    (text(one) || one.matches("input, textarea, select")) && one.checkVisibility({ visibilityProperty: true }));
  return window.withText.map(look);
}"""
MARK = "places => withText.forEach((one, place) => one.toggleAttribute('data-new-look', places.includes(place)))"
# Most texts of a page look as on another: the rules on colour then see the marked ones only.
ONLY_MARKED = [{"id": rule, "selector": f"{text}[data-new-look]"} for rule, text in COLOURED.items()]


def assert_no_violation(page: Page, view: str, rules: dict[str, Any] = ALL_RULES, changed: Sequence[dict[str, str]] = ()) -> None:
    if not page.evaluate("'axe' in window"):
        page.evaluate(SCRIPT)
    options = {"resultTypes": ["violations"], **rules}
    results = AxeResults(page.evaluate(RUN, [options, list(changed)]))
    assert not results.violations_count, f"{view}: {results.generate_report()}"


def assert_no_new_violation(page: Page, view: str, judged: Path, only_colour: bool) -> None:
    """Judges colours of looks that are not in the folder `judged` only, where every process notes what it found right."""
    looks: Sequence[int] = page.evaluate(LOOKS)
    known = {int(path.name) for path in judged.iterdir()}
    first = {look: place for place, look in reversed(list(enumerate(looks))) if look not in known}
    if only_colour and not first:
        return
    page.evaluate(MARK, sorted(first.values()))
    assert_no_violation(page, view, COLOUR_RULES if only_colour else ALL_RULES, ONLY_MARKED)
    # A mark left behind would be part of the next look.
    page.evaluate(MARK, [])
    for look in first:
        (judged / str(look)).touch()
