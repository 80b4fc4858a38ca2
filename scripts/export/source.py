"""What an export is made from: its articles, and what a reader must know about the whole of them."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

from scripts.content.site import Site, load_site
from scripts.environment.folders import ROOT
from scripts.export.article import Article, for_learner, for_trainer, markup, read_article
from scripts.export.dates import last_change
from scripts.export.registry import FOLDER, Export
from scripts.markdown.place import Place


@dataclass(frozen=True)
class Source:
    """`articles` are those of `export.pages`, in that order: for trainers with their notes visible, for others without.

    `site` is the published folder, `content` what authors wrote. `changed` is the day the newest of the pages changed; `version`
    stays the same as long as nothing changed that the file is made of. `help_checked` is the day of the oldest check of a help
    number, None when the file carries none.
    """

    export: Export
    site: Path
    content: Site
    articles: tuple[Article, ...]
    changed: date
    help_checked: date | None
    key: str

    @property
    def version(self) -> str:
        return self.key[:7]


def load_source(export: Export, site: Path, docs: Path) -> Source:
    """Raises SetupProblem when a page it is made of is not in `site`."""
    content = load_site(docs)
    for_whom = for_trainer if export.audience == "trainer" else for_learner
    articles = tuple(for_whom(read_article(site, Place().address(path), export.controls)) for path in export.pages)
    changed = last_change(docs, export.pages)
    checked = min((line.checked for line in content.helplines if line.checked), default=None) if export.helplines else None
    parts = [repr(export), code(), str(changed), str(checked), *_of_pages(content, export, articles), *_of_assets(site, export)]
    return Source(export, site, content, articles, changed, checked, _digest(parts))


def _of_pages(content: Site, export: Export, articles: tuple[Article, ...]) -> Iterator[str]:
    for path, article in zip(export.pages, articles, strict=True):
        yield repr(content.pages[path].meta) if path in content.pages else ""
        yield from (article.web, article.title, article.description, markup(article.body))


def _of_assets(site: Path, export: Export) -> Iterator[str]:
    found = {path for pattern in export.assets for path in site.glob(pattern) if path.is_file()}
    for path in sorted(path for path in found if path.relative_to(site).parts[0] != FOLDER):
        yield path.relative_to(site).as_posix()
        yield hashlib.sha256(path.read_bytes()).hexdigest()


@lru_cache(maxsize=1)
def code() -> str:
    """What makes the files: this package with all that lies in it, and the versions of the libraries."""
    files = [path for path in (ROOT / "scripts" / "export").rglob("*") if path.is_file() and "__pycache__" not in path.parts]
    return _digest([path.read_bytes() for path in sorted([*files, ROOT / "requirements.txt"]) if path.is_file()])


def _digest(parts: list[str] | list[bytes]) -> str:
    """Of the parts and where each ends."""
    digest = hashlib.sha256()
    for part in parts:
        content = part.encode() if isinstance(part, str) else part
        digest.update(f"{len(content)}:".encode() + content)
    return digest.hexdigest()
