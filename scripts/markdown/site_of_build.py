"""The Site a page is made from. MkDocs makes its settings anew for each build, also when `make serve` builds again: with the same
settings it is the same build, and one look at the files of docs/ is enough. A look per citation costs more with every page.
"""

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from markdown import Markdown

from scripts.content.site import Site, load_site


@dataclass(frozen=True)
class _Build:
    """The settings are kept, so that no other build can have the same."""

    settings: object
    docs: Path
    site: Site


_last: _Build | None = None


def site_in_macros(env: Any) -> Site:
    """The site a macro is called in."""
    docs = Path(env.conf["docs_dir"])
    return _site(env.conf, docs) if hasattr(env.page, "file") else load_site(docs)


def site_in_markdown(md: Markdown, docs: Path) -> Site:
    """The site in `docs` a Markdown extension works for. Outside MkDocs the files are looked at again."""
    if "relpath" not in md.treeprocessors:
        return load_site(docs)
    processor: Any = md.treeprocessors["relpath"]
    return _site(processor.config, docs)


def _site(settings: object, docs: Path) -> Site:
    global _last
    # Macros name the folder in full, extensions do not.
    docs = Path(os.path.relpath(docs))
    if _last is None or _last.settings is not settings or _last.docs != docs:
        _last = _Build(settings, docs, load_site(docs))
    return _last.site
