"""`python -m scripts new <soort> <naam>`: a page, lesson, conversation, figure or recommendation to fill in.

What is made stands in the menu, the addresses and the lists it needs; the content check then names what remains to be written.
"""

import argparse
import sys
from pathlib import Path

from scripts.authoring.pages import append, filled, page_fault, write_page
from scripts.authoring.recommendations import recommendation_fault, write_recommendation

KINDS = ("pagina", "les", "gesprek", "indicator", "aanbeveling")
NAMES = (
    "bij pagina: map/naam (doelgroep/stilte); bij les: module/naam (opstarten/budget); "
    "bij gesprek en indicator: naam; bij aanbeveling: het niveau (lokaal, vlaams, federaal, europees, organisatie)"
)


def main(arguments: list[str]) -> int:
    """1 when the name is wrong or the page is there already; nothing is overwritten."""
    parser = argparse.ArgumentParser(prog="python -m scripts new", description="Maakt iets nieuws om in te vullen.")
    parser.add_argument("kind", choices=KINDS, metavar="|".join(KINDS))
    parser.add_argument("name", metavar="NAAM", help=NAMES)
    parser.add_argument("--project", type=Path, default=Path(), help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    fault = _fault(options.project, options.kind, options.name)
    if fault:
        print(fault, file=sys.stderr)
        return 1
    made = _make(options.project, options.kind, options.name)
    print("\n".join(f"Gemaakt: {path.as_posix()}" for path in made))
    print("Vul in waar 'Schrijf hier' staat. 'python3 -m scripts check-content' (Windows: py) noemt wat nog ontbreekt.")
    return 0


def _fault(project: Path, kind: str, name: str) -> str:
    if kind == "aanbeveling":
        return recommendation_fault(project, name)
    return page_fault(project, kind, name)


def _make(project: Path, kind: str, name: str) -> list[Path]:
    """The files to fill in."""
    if kind == "aanbeveling":
        return [write_recommendation(project, name)]
    page = write_page(project, kind, name)
    if kind != "indicator":
        return [page]
    indicators = project / "docs" / "bronnen" / "indicatoren.yml"
    append(indicators, "\n" + filled("indicator.yml", page.stem))
    return [indicators, page]
