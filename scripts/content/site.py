"""`docs/` as one typed Site: the only reading of that folder in this package."""

import os
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property, lru_cache, partial
from pathlib import Path
from typing import TypeVar

from scripts.content.activities import RoomLesson, room_lessons
from scripts.content.bibliography import Reference, read_bibliography
from scripts.content.blueprint import Blueprint
from scripts.content.helplines import Helpline
from scripts.content.monitoring import SOURCE as MONITORING
from scripts.content.monitoring import Monitoring
from scripts.content.news import SOURCE as NEWS
from scripts.content.news import NewsItem
from scripts.content.page import Page, read_page
from scripts.content.programmes import Programmes
from scripts.content.recommendations import REGISTER, Recommendation, Registered, recommendations
from scripts.content.services import ReferralMap
from scripts.content.yaml_file import read_yaml
from scripts.errors import ContentError
from scripts.statistics.catalogue import read_catalogue
from scripts.statistics.corrections import Applied, Correction, applied, corrections, with_corrections
from scripts.statistics.model import Indicator, IndicatorData
from scripts.statistics.status import Status, load_status
from scripts.statistics.store import load_if_there

Value = TypeVar("Value")


@dataclass(frozen=True, eq=False)
class Site:
    """All that authors wrote. `faults` are the faults met in reading the sources; a page keeps its own.

    `data` are the figures as they may be shown: with the corrections made by hand, which stand in `corrected`.
    """

    docs: Path
    files: frozenset[str]
    pages: dict[str, Page]
    bibliography: dict[str, tuple[Reference, int]]
    helplines: list[Helpline]
    referral: ReferralMap
    blueprint: Blueprint
    recommendations: list[Recommendation]
    register: list[Registered]
    monitoring: Monitoring
    indicators: dict[str, Indicator]
    data: dict[str, IndicatorData]
    faults: list[ContentError] = field(default_factory=list)
    status: Status = field(default_factory=Status)
    corrected: dict[str, list[Applied]] = field(default_factory=dict)
    programmes: Programmes = field(default_factory=Programmes)
    news: list[NewsItem] = field(default_factory=list)

    @cached_property
    def room_lessons(self) -> list[RoomLesson]:
        """The lessons as a room gets them; read once, because every lesson plan asks for them."""
        return room_lessons(self)


def load_site(docs: Path) -> Site:
    """The site in `docs`, read once until one of its files changes."""
    # Macros name the folder in full, extensions do not: both must get the one that was read.
    docs = Path(os.path.relpath(docs))
    paths = sorted(path for path in docs.rglob("*") if path.is_file())
    return _load(docs, tuple((path, path.stat().st_mtime_ns) for path in paths))


@lru_cache(maxsize=1)
def _load(docs: Path, stamps: tuple[tuple[Path, int], ...]) -> Site:
    files = frozenset(path.relative_to(docs).as_posix() for path, _ in stamps)
    faults: list[ContentError] = []
    sources = docs / "bronnen"
    bibliography, wrong = read_bibliography(sources / "literatuur.bib", f"{docs.name}/bronnen/literatuur.bib")
    faults += wrong
    helplines: list[Helpline] = _read(faults, lambda: read_yaml(sources / "helplijnen.yml", list[Helpline]), [])
    referral: ReferralMap = _read(faults, lambda: read_yaml(sources / "doorverwijzen.yml", ReferralMap), ReferralMap())
    blueprint: Blueprint = _read(faults, lambda: read_yaml(sources / "serverblauwdruk.yml", Blueprint), Blueprint())
    programmes: Programmes = _read(faults, lambda: read_yaml(sources / "programmas.yml", Programmes), Programmes())
    register: list[Registered] = _read(faults, lambda: read_yaml(docs / REGISTER, list[Registered]), [])
    monitoring: Monitoring = _read(faults, lambda: read_yaml(docs / MONITORING, Monitoring), Monitoring())
    news: list[NewsItem] = _read(faults, lambda: read_yaml(docs / NEWS, list[NewsItem]), [])
    indicators: dict[str, Indicator] = _read(faults, lambda: read_catalogue(docs), {})
    when = {path.relative_to(docs).as_posix(): stamp for path, stamp in stamps}
    pages = {path: _page(docs, path, when[path]) for path in sorted(files) if path.endswith(".md")}
    data = {name: _read(faults, partial(load_if_there, docs / "data" / f"{name}.json"), None) for name in indicators}
    status = _read(faults, lambda: load_status(docs / "data"), Status())
    every: list[Correction] = _read(faults, lambda: corrections(docs), [])
    shown = {name: with_corrections(one, every) for name, one in data.items() if one}
    corrected = {name: applied(one, every) for name, one in data.items() if one}
    return Site(
        *(docs, files, pages, bibliography, helplines, referral, blueprint, recommendations(pages), register),
        *(monitoring, indicators, shown, faults, status, corrected, programmes, news),
    )


@lru_cache(maxsize=4096)
def _page(docs: Path, path: str, stamp: int) -> Page:
    """A page is read again only when it changed: an author who saves one waits for that one."""
    return read_page(docs, path)


def _read(faults: list[ContentError], read: Callable[[], Value], otherwise: Value) -> Value:
    try:
        return read()
    except ContentError as error:
        faults.append(error)
        return otherwise
