"""The server of `python -m scripts serve`: MkDocs, with a memory of pages from one build to the next.

MkDocs builds every page again after each edit. Here a page comes from memory when all it is made of stayed the same: its Markdown
after the macros ran (so with what they take from other pages), its front matter, and the surroundings: the menu, the templates,
all files of docs/ but Markdown, and the front matter of every page: all that blocks, citations and templates take from there.
Only `serve` runs this: what is published is built by MkDocs alone.
"""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import mkdocs.commands.build as builds
from mkdocs.__main__ import cli
from mkdocs.structure.pages import Page
from mkdocs.utils import write_file

from scripts.content.site import load_site

RENDERED = ("content", "toc", "_title_from_render", "present_anchor_ids")
SEARCH = "material/search"
_render, _build_page = Page.render, builds._build_page


@dataclass
class _Made:
    """A page as it was made. `links` name files by their path: every build has file objects of its own."""

    key: object
    rendered: dict[str, Any]
    links: dict[str, dict[str, str]]
    menu: object = None
    html: bytes = b""
    found: list[Any] = field(default_factory=list)


_made: dict[str, _Made] = {}
_surroundings: tuple[object, object] = (None, None)


def _around(config: Any) -> object:
    """What every page may depend on, read once in a build: each build has settings of its own."""
    global _surroundings
    if _surroundings[0] is not config:
        docs = Path(config.docs_dir)
        site = load_site(docs)
        files = [Path(config.config_file_path), *Path(config.theme.custom_dir).rglob("*")]
        files += [docs / name for name in site.files if not name.endswith(".md")]
        stamps = sorted((str(one), one.stat().st_mtime_ns) for one in files if one.is_file())
        fronts = [(page.path, page.meta) for page in site.pages.values()]
        # The same object while nothing changed, so that comparing it for each page costs nothing.
        same = _surroundings[1] == (stamps, fronts)
        _surroundings = (config, _surroundings[1] if same else (stamps, fronts))
    return _surroundings[1]


def _render_once(page: Page, config: Any, files: Any) -> None:
    """In place of `Page.render`."""
    key = (page.markdown, page.meta, _around(config))
    made = _made.get(page.file.src_uri)
    if made is None or made.key != key:
        _render(page, config, files)
        links = {file.src_uri: anchors for file, anchors in (page.links_to_anchors or {}).items()}
        _made[page.file.src_uri] = _Made(key, {name: getattr(page, name) for name in RENDERED}, links)
        return
    for name, value in made.rendered.items():
        setattr(page, name, value)
    page.links_to_anchors = {files.get_file_from_path(path): anchors for path, anchors in made.links.items()}


def _build_once(page: Page, config: Any, doc_files: Any, nav: Any, *others: Any, **options: Any) -> None:
    """In place of MkDocs' `_build_page`: runs the template, adds the page to what can be searched, writes the file."""
    made = _made[page.file.src_uri]
    menu = [(one.title, one.url) for one in nav.pages]
    entries = config.plugins[SEARCH].search_index.entries
    if made.menu == menu:
        entries += made.found
        write_file(made.html, page.file.abs_dest_path)
        return
    before = len(entries)
    _build_page(page, config, doc_files, nav, *others, **options)
    made.menu, made.found, made.html = menu, entries[before:], Path(page.file.abs_dest_path).read_bytes()


def main() -> None:
    """Runs `mkdocs` with the arguments of this process."""
    Page.render = _render_once  # type: ignore[method-assign, assignment]
    builds._build_page = _build_once
    cli(prog_name="mkdocs")


if __name__ == "__main__":
    main()
