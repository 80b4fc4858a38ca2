"""`llms.txt` (llmstxt.org): what this site is and is not, how to quote it, and its pages, for programs that read for people."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from scripts.content.helplines import Helpline
from scripts.content.menu import paths_in, read_menu
from scripts.content.site import Site
from scripts.markdown.html import plain
from scripts.markdown.place import Place

NAME = "llms.txt"
# What no one needs to answer a question: programs may leave it out.
OPTIONAL = ("naslag/literatuur.md", "naslag/nazicht.md", "naslag/nieuw.md", "downloads.md")
LOOSE = "Pagina"
RULES = """\
Deze site is niet van Compaan en niet van Stad Gent, en ze is geen hulpdienst.
Wie haar aanhaalt, houdt zich aan het volgende:

- Wat het project meldde, heet "volgens het project": het komt uit één fiche zonder datum.
- Tel de drie projectcijfers niet op en vergelijk ze niet.
- Noem niets bewezen: voor hikikomori is geen aanpak bewezen. Neem de sterkte van de bron mee, zoals de pagina ze zegt.
- "Voorstel van deze site" blijft een voorstel, en "na te kijken" blijft na te kijken.
- Stel geen diagnose en laat niemand er een stellen: hikikomori is er geen, en de site heeft geen test.
- Hoeveel jongeren het in Vlaanderen of België zijn, weet niemand.
- Pagina's over recht geven geen juridisch advies. Casussen zijn verzonnen.
- Bij gevaar of zelfdoding gaat hulp voor op uitleg:"""


def write_llms(site: Path, content: Site, config: Path, root: str) -> None:
    """`config` is mkdocs.yml; `root` the address of the site. Raises ContentError when the menu cannot be read."""
    lines = [*_opening(content), *_help(content.helplines), *_sections(content, config, root)]
    (site / NAME).write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")


def _opening(content: Site) -> Iterator[str]:
    home = content.pages["index.md"].meta
    yield f"# {plain(home.title)}"
    yield f"\n> {plain(home.description)}\n"
    yield RULES


def _help(helplines: list[Helpline]) -> Iterator[str]:
    for line in helplines:
        if line.in_box:
            checked = f"nagekeken op {line.checked}" if line.checked else "niet nagekeken"
            yield f"    - {plain(line.name)}: bel {line.phone} ({checked})"


def _sections(content: Site, config: Path, root: str) -> Iterator[str]:
    """The first pages of each section of the menu; the sitemap has all."""
    optional: list[str] = []
    for title, parts in _menu(config):
        paths = [path for path in _first_pages(parts) if path in content.pages]
        optional += [path for path in paths if path in OPTIONAL]
        yield f"\n## {plain(title)}\n"
        yield from (_entry(content, path, root) for path in paths if path not in OPTIONAL)
    yield "\n## Optional\n"
    yield from (_entry(content, path, root) for path in optional)
    yield f"- [Alle pagina's]({root}sitemap.xml): de lijst voor zoekmachines"


def _menu(config: Path) -> Iterator[tuple[str, Any]]:
    """Titles with what stands below them; a page without a section gets one of its own."""
    for section in read_menu(config):
        yield from section.items() if isinstance(section, dict) else [(LOOSE, section)]


def _first_pages(parts: Any) -> Iterator[str]:
    """Of a group within a section only its first page."""
    return (next(paths_in(part)) for part in (parts if isinstance(parts, list) else [parts]))


def _entry(content: Site, path: str, root: str) -> str:
    meta = content.pages[path].meta
    return f"- [{plain(meta.title)}]({root}{Place().address(path)}): {plain(meta.description)}"
