"""`python -m scripts new les <module>/<naam>` and `new gesprek <naam>`: a page that passes the checks.

It also gets its line in its module, in the menu and among the addresses.
"""

import argparse
import re
import sys
from datetime import UTC, datetime
from pathlib import Path

from scripts.content.modules import FOLDER, MODULES

TEMPLATES = Path(__file__).parent / "templates"
_NAME = re.compile(r"^[a-z0-9]+(?:-[a-z0-9]+)*$")
_LESSONS = re.compile(r"^(lessons: \[)([^\]]*)\]$", re.MULTILINE)


def main(arguments: list[str]) -> int:
    """1 when the name is wrong or the page is there already; nothing is overwritten."""
    parser = argparse.ArgumentParser(prog="python -m scripts new", description="Maakt een nieuwe les of een nieuw oefengesprek.")
    parser.add_argument("kind", choices=["les", "gesprek"], metavar="les|gesprek")
    parser.add_argument("name", metavar="NAAM", help="bij een les: module/naam, bijvoorbeeld contact-en-vertrouwen/stilte")
    parser.add_argument("--project", type=Path, default=Path(), help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    folder, _, name = options.name.rpartition("/")
    folder = folder if options.kind == "les" else "gesprekken"
    fault = _fault(options.project, options.kind, folder, name)
    if fault:
        print(fault, file=sys.stderr)
        return 1
    path = _write(options.project, options.kind, folder, name)
    print(f"Gemaakt: {path}. Schrijf de tekst, en draai 'make check-content'.")
    return 0


def _fault(project: Path, kind: str, folder: str, name: str) -> str:
    """What is wrong with the name, in one sentence; empty when nothing is."""
    if not _NAME.match(name):
        return f"De naam '{name}' kan niet: gebruik kleine letters, cijfers en streepjes."
    if kind == "les" and folder not in MODULES:
        return f"Module '{folder}' bestaat niet. Kies uit: {', '.join(MODULES)}."
    if not (project / "docs" / FOLDER / folder / "index.md").exists():
        return f"Maak eerst docs/{FOLDER}{folder}/index.md (kopieer die van discord-in-de-vingers)."
    if (project / "docs" / FOLDER / folder / f"{name}.md").exists():
        return f"docs/{FOLDER}{folder}/{name}.md bestaat al; er is niets veranderd."
    return ""


def _write(project: Path, kind: str, folder: str, name: str) -> Path:
    """The page, its line in the module, in the menu and among the addresses."""
    page = project / "docs" / FOLDER / folder / f"{name}.md"
    today = datetime.now(UTC).date()
    words = {
        "TITEL": name.replace("-", " ").capitalize(),
        "NAAM": name,
        "VANDAAG": str(today),
        "VOLGEND": str(today.replace(day=1, year=today.year + 1)),
    }
    text = (TEMPLATES / f"{kind}.md").read_text(encoding="utf-8")
    for word, value in words.items():
        text = text.replace(f"%{word}%", value)
    page.write_text(text, encoding="utf-8")
    _add_to_module(page.with_name("index.md"), name)
    _add_to_menu(project / "mkdocs.yml", f"{FOLDER}{folder}/", name)
    addresses = project / "docs" / "bronnen" / "urls.txt"
    addresses.write_text(addresses.read_text(encoding="utf-8") + f"/{FOLDER}{folder}/{name}/\n", encoding="utf-8")
    return page


def _add_to_module(index: Path, name: str) -> None:
    text = index.read_text(encoding="utf-8")
    index.write_text(_LESSONS.sub(lambda found: f"{found[1]}{found[2]}, {name}]", text, count=1), encoding="utf-8")


def _add_to_menu(menu: Path, folder: str, name: str) -> None:
    """Under the last page of the same folder, as far to the right."""
    lines = menu.read_text(encoding="utf-8").split("\n")
    last = max(number for number, line in enumerate(lines) if folder in line)
    indent = lines[last][: len(lines[last]) - len(lines[last].lstrip())]
    lines.insert(last + 1, f"{indent}- {folder}{name}.md")
    menu.write_text("\n".join(lines), encoding="utf-8")
