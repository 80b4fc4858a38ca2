"""More pages for a copy of the project: copies of real folders, because authors mix macros, blocks and citations there.

A set is fifty pages: knowledge, methods and sheets with figures, terms, help, cases and messages, and four modules of lessons
with quizzes, exercises, sheets and notes. Recommendations stay out: each has a number that may be used once.
"""

import re
import shutil
from pathlib import Path

SET = 50
FOLDERS = ("doelgroep", "lokaliseren", "ontsluiten")
MODULES = ("discord-in-de-vingers", "contact-en-vertrouwen", "modereren-en-grenzen", "van-online-naar-offline")
LONGEST = {"title": 70, "description": 160}
# A list of every message of the site stands on one page; twenty of those would be no larger site but another one.
_LISTS_ALL = "[[ zinnenbank() ]]"
# The real folders have hardly any figures; the copies of the first get a card and a chart each.
_FIGURES = '[[ kaart("neet-15-29", geo="BE") ]]\n\n[[ grafiek("neet-15-29") ]]\n\n'


def add_pages(project: Path, pages: int) -> None:
    """Adds `pages` pages, in whole sets, to docs/, the menu and the list of addresses; as deep as their models, so links hold.

    In the menu they are one part of the site more, with a section for each set and in it one for each folder.
    """
    folders = [*FOLDERS, *(f"vorming/{name}" for name in MODULES)]
    menu = "  - Meer:\n"
    for number in range(1, pages // SET + 1):
        menu += f"      - Deel {number}:\n"
        for model in folders:
            copy = project / "docs" / f"{model}-{number}"
            shutil.copytree(project / "docs" / model, copy)
            # The first page of a section stands first, as in the real menu.
            files = sorted(copy.glob("*.md"), key=lambda file: (file.name != "index.md", file))
            paths = [_unlike(file, model, number).relative_to(project / "docs").as_posix() for file in files]
            menu += f"          - {copy.name}:\n" + "".join(f"              - {path}\n" for path in paths)
            _address(project, paths)
    if pages:
        _put_in_menu(project, menu)


def _unlike(page: Path, model: str, number: int) -> Path:
    """No two pages have the same title or description, and only the eight real modules have a number."""
    text = re.sub(r"^number: .*\n", "", page.read_text(encoding="utf-8"), count=1, flags=re.MULTILINE)
    for key, longest in LONGEST.items():
        words = re.search(rf'^{key}: "?(.*?)"?$', text, re.MULTILINE)
        if words:
            end = f" ({number})"
            text = text.replace(words[0], f'{key}: "{words[1][: longest - len(end)].rstrip()}{end}"', 1)
    name = model.rpartition("/")[2]
    text = text.replace(f"{model}/", f"{model}-{number}/").replace(f'module("{name}")', f'module("{name}-{number}")')
    if model == FOLDERS[0]:
        text = text.replace("## Verder", f"{_FIGURES}## Verder")
    page.write_text(text.replace(_LISTS_ALL, ""), encoding="utf-8")
    return page


def _put_in_menu(project: Path, menu: str) -> None:
    settings = project / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8").replace("\nvalidation:", f"{menu}\nvalidation:", 1)
    settings.write_text(text, encoding="utf-8")


def _address(project: Path, paths: list[str]) -> None:
    with (project / "docs" / "bronnen" / "urls.txt").open("a", encoding="utf-8") as file:
        file.writelines(f"/{path.removesuffix('.md').removesuffix('index').rstrip('/')}/\n" for path in paths)
