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
COLOUR = ("color-contrast", "link-in-text-block")
COLOUR_RULES: dict[str, Any] = {"runOnly": list(COLOUR)}
OTHER_RULES: dict[str, Any] = {"rules": {**ALL_RULES["rules"], **{name: {"enabled": False} for name in COLOUR}}}
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


def assert_no_violation(page: Page, view: str, rules: dict[str, Any] = ALL_RULES, within: str = "document") -> None:
    """`within`: a selector of the parts to judge."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(SCRIPT)
    options = {"resultTypes": ["violations"], **rules}
    command = "([where, options]) => axe.run(where === 'document' ? document : where, options)"
    results = AxeResults(page.evaluate(command, [within, options]))
    assert not results.violations_count, f"{view}: {results.generate_report()}"


def assert_no_violation_of_colour(page: Page, view: str, judged: Path) -> None:
    """Judges only looks that are not in the folder `judged`, where every process notes what it found right.

    Judging a colour takes axe ten times as long as all its other rules together.
    """
    looks: Sequence[int] = page.evaluate(LOOKS)
    known = {int(path.name) for path in judged.iterdir()}
    first = {look: place for place, look in reversed(list(enumerate(looks))) if look not in known}
    page.evaluate(MARK, sorted(first.values()))
    if first:
        assert_no_violation(page, view, COLOUR_RULES, "[data-new-look]")
    for look in first:
        (judged / str(look)).touch()
