"""`python -m scripts.statistics.proposal`: what the workflow `update-data` shows an editor, as files in a folder.

`title.txt`, `body.md` and `commit.txt` are the pull request; `vergelijking.html` has the charts of before and after.
"""

import argparse
import json
import os
import re
from collections.abc import Iterator
from html import escape
from pathlib import Path

from scripts.build.surroundings import build_variables
from scripts.content.site import load_site
from scripts.errors import ContentError
from scripts.markdown.macros.grafiek import grafiek
from scripts.markdown.place import Place
from scripts.statistics.catalogue import read_catalogue
from scripts.statistics.summary import changed_indicators, proposal

_SVG = re.compile(r"<svg .*?</svg>", re.DOTALL)
_NO_CHART = "<p>Geen grafiek: te weinig waarden.</p>"
_STYLE = "body{font:16px/1.5 sans-serif;margin:2rem}div{display:flex;flex-wrap:wrap;gap:2rem}svg{width:26rem}"


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="Schrijft het voorstel bij nieuwe cijfers.")
    parser.add_argument("update", type=Path, help="wat 'update --json' zei")
    parser.add_argument("--before", type=Path, required=True, help="kopie van docs/ van voor het ophalen")
    parser.add_argument("--docs", type=Path, default=Path("docs"), help="docs/ van nu")
    parser.add_argument("--run", default="", help="adres van de run")
    parser.add_argument("--output", type=Path, required=True, help="map waarin alles komt")
    options = parser.parse_args(arguments)
    os.environ.update(build_variables())
    write_proposal(json.loads(options.update.read_text(encoding="utf-8")), options)
    return 0


def write_proposal(document: dict[str, object], options: argparse.Namespace) -> None:
    """`document` is what `update --json` printed."""
    texts = proposal(document, read_catalogue(options.docs), options.run)
    page = comparison(changed_indicators(document), options.before, options.docs)
    options.output.mkdir(parents=True, exist_ok=True)
    files = {"title.txt": texts.title, "body.md": texts.body, "commit.txt": texts.commit, "vergelijking.html": page}
    for name, text in files.items():
        (options.output / name).write_text(text, encoding="utf-8")


def comparison(names: list[str], before: Path, after: Path) -> str:
    """A page that needs nothing else: of each indicator the chart of before and of now."""
    # One folder after the other: reading a folder forgets the one read before.
    old, new = (dict(_charts(names, docs)) for docs in (before, after))
    pairs = [(name, _side("Voor", old[name]) + _side("Na", new[name])) for name in names]
    shown = "".join(f"<h2>{escape(name)}</h2><div>{pair}</div>" for name, pair in pairs)
    title = "Cijfers voor en na"
    head = f'<!doctype html><html lang="nl"><meta charset="utf-8"><title>{title}</title><style>{_STYLE}</style>'
    return f"{head}<h1>{title}</h1>{shown or '<p>Geen cijfer veranderde.</p>'}</html>\n"


def _charts(names: list[str], docs: Path) -> Iterator[tuple[str, str]]:
    site = load_site(docs)
    for name in names:
        try:
            drawn = _SVG.search(grafiek(site, Place(), name))
        except ContentError as error:
            yield name, f"<p>Geen grafiek: {escape(error.what)}</p>"
        else:
            yield name, drawn[0] if drawn else _NO_CHART


def _side(title: str, chart: str) -> str:
    # The same chart twice on a page: its ids get the name of their side.
    return f"<section><h3>{title}</h3>{chart.replace('grafiek-', f'{title.lower()}-grafiek-')}</section>"


if __name__ == "__main__":
    raise SystemExit(main())
