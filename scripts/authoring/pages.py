"""A new page from a template, with its line in the menu and among the addresses; a lesson also in its module."""

import re
from datetime import UTC, date, datetime
from pathlib import Path

from scripts.content.modules import FOLDER, MODULES

TEMPLATES = Path(__file__).parent / "templates"
FIGURES = "cijfers"
# Where a page of each kind stands when its folder is not ours to choose.
FOLDERS = {"gesprek": f"{FOLDER}gesprekken", "indicator": FIGURES}
_NAME = re.compile(r"^[a-z0-9]+(?:-[a-z0-9]+)*$")
_LESSONS = re.compile(r"^(lessons: \[)([^\]]*)\]$", re.MULTILINE)


def page_path(kind: str, given: str) -> str:
    """Below docs/, from what the author gave: `module/naam` for a lesson, `map/naam` for a page, else `naam`."""
    folder, _, name = given.strip("/").rpartition("/")
    folder = FOLDERS.get(kind, f"{FOLDER}{folder}" if kind == "les" else folder)
    return f"{folder}/{name}.md"


def page_fault(project: Path, kind: str, given: str) -> str:
    """Why the page cannot be made, in one sentence; empty when it can."""
    path = page_path(kind, given)
    folder, _, name = path.removesuffix(".md").rpartition("/")
    module = folder.removeprefix(FOLDER)
    if not _NAME.match(given.rpartition("/")[2]):
        return f"De naam '{given.rpartition('/')[2]}' kan niet: gebruik kleine letters, cijfers en streepjes."
    if kind == "les" and module not in MODULES:
        return f"Module '{module}' bestaat niet. Kies uit: {', '.join(MODULES)}."
    if kind == "pagina" and (folder == FIGURES or folder.startswith(FOLDER.rstrip("/"))):
        return f"In {folder} staan geen gewone pagina's: gebruik 'new indicator', 'new les' of 'new gesprek'."
    if kind == "pagina" and not _last_in_menu(project, folder):
        return f"Map '{folder}' staat niet in het menu. Kies een map die er is, bijvoorbeeld doelgroep/{name}."
    if not (project / "docs" / folder / "index.md").exists():
        return f"Maak eerst docs/{folder}/index.md (kopieer die van discord-in-de-vingers)."
    if (project / "docs" / path).exists():
        return f"docs/{path} bestaat al; er is niets veranderd."
    return ""


def write_page(project: Path, kind: str, given: str) -> Path:
    """The page, its line in the menu and among the addresses, and a lesson's line in its module."""
    path = page_path(kind, given)
    page = project / "docs" / path
    page.write_text(filled(f"{kind}.md", page.stem, NAAR_DOCS="../" * path.count("/")), encoding="utf-8")
    if path.startswith(FOLDER):
        _add_to_module(page.with_name("index.md"), page.stem)
    _add_to_menu(project, path)
    append(project / "docs" / "bronnen" / "urls.txt", f"/{path.removesuffix('.md')}/\n")
    return page


def filled(template: str, name: str, **more: str) -> str:
    """The text of a template with its `%WORD%`s replaced."""
    text = (TEMPLATES / template).read_text(encoding="utf-8")
    day = today()
    words = {"TITEL": name.replace("-", " ").capitalize(), "NAAM": name, "VANDAAG": str(day)}
    words |= {"VOLGEND": str(day.replace(day=1, year=day.year + 1)), **more}
    for word, value in words.items():
        text = text.replace(f"%{word}%", value)
    return text


def today() -> date:
    return datetime.now(UTC).date()


def append(path: Path, text: str) -> None:
    path.write_text(path.read_text(encoding="utf-8").rstrip("\n") + "\n" + text, encoding="utf-8")


def _add_to_module(index: Path, name: str) -> None:
    text = index.read_text(encoding="utf-8")
    index.write_text(_LESSONS.sub(lambda found: f"{found[1]}{found[2]}, {name}]", text, count=1), encoding="utf-8")


def _last_in_menu(project: Path, folder: str) -> int:
    """The number of the line of the last page of `folder` itself in the menu, from 1; 0 when it has none."""
    lines = (project / "mkdocs.yml").read_text(encoding="utf-8").split("\n")
    entry = re.compile(rf"^ +- (?:.+: )?{re.escape(folder)}/[^/]+\.(?:md|ipynb)$")
    return max((number for number, line in enumerate(lines, 1) if entry.match(line)), default=0)


def _add_to_menu(project: Path, path: str) -> None:
    """Under the last page of the same folder, as far to the right."""
    menu = project / "mkdocs.yml"
    lines = menu.read_text(encoding="utf-8").split("\n")
    last = _last_in_menu(project, path.rpartition("/")[0])
    indent = re.match(" *", lines[last - 1])
    lines.insert(last, f"{indent[0] if indent else ''}- {path}")
    menu.write_text("\n".join(lines), encoding="utf-8")
