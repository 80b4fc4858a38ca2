"""The project's own figures, kept by hand in `docs/bronnen/projectcijfers.yml`; no network.

`docs/data/project-*.json` follows from that file alone, so a page macro reads all figures in one way.
"""

from datetime import date
from pathlib import Path
from typing import Annotated

from pydantic import Field

from scripts.content.frozen import Frozen, Text
from scripts.content.yaml_file import read_yaml
from scripts.statistics import store
from scripts.statistics.model import Indicator, IndicatorData, Key, Observation, Origin, Series
from scripts.statistics.source import HandKept, Question

FILE = Path("bronnen") / "projectcijfers.yml"
GEO = "project"
UNDATED = "z.d."
NO_DEFINITION = "Wat hier precies geteld is, staat er niet bij."
NO_DATE_NOTE = "het project geeft geen peildatum"
LATE_REASON = "Een nieuwer cijfer van het project is hier niet bekend."
LATE_AFTER_DAYS, HIDE_AFTER_DAYS = 730, 3650
LARGEST_COUNT = 1_000_000

FigureId = Annotated[str, Field(pattern=r"^project-[a-z0-9]+(-[a-z0-9]+)*$")]


class ProjectFigure(Frozen):
    """One figure as the project gives it. `definition` and `peildatum` are null when the project gives none:
    the key must stand there, so that not knowing is said and not forgotten. `recorded` is the day it was typed in."""

    title: Text
    short: Text
    value: Annotated[int, Field(ge=0, le=LARGEST_COUNT)]
    unit_label: Text
    definition: Text | None
    peildatum: date | None
    note: Text
    recorded: date


class ProjectFigures(Frozen):
    """The whole file: who says it, where, and the figures by id."""

    publisher: Text
    document: Text
    url: Text
    licence: Text
    page: Text
    figures: dict[FigureId, ProjectFigure]


def read_figures(docs: Path) -> ProjectFigures:
    """Raises ContentError with file and line."""
    return read_yaml(docs / FILE, ProjectFigures)


def indicators(docs: Path) -> dict[str, Indicator]:
    """The figures as indicators, so that nothing about them has to be written a second time."""
    given = read_figures(docs)
    return {name: _indicator(figure, given) for name, figure in given.figures.items()}


def read(question: Question) -> list[Series]:
    given = read_figures(question.docs)
    return _series(given.figures[question.name], given)


def outdated_project_files(docs: Path) -> list[Path]:
    """The files in `docs/data/` that do not say what `projectcijfers.yml` says: missing, different, or without a figure."""
    given = read_figures(docs)
    wanted = {docs / "data" / f"{name}.json": _file_text(name, figure, given) for name, figure in given.figures.items()}
    different = {path for path, text in wanted.items() if not path.is_file() or path.read_text(encoding="utf-8") != text}
    return sorted(different | ({*(docs / "data").glob("project-*.json")} - wanted.keys()))


def _file_text(name: str, figure: ProjectFigure, given: ProjectFigures) -> str:
    return store.serialise(IndicatorData(indicator=name, series=_series(figure, given)))


def _indicator(figure: ProjectFigure, given: ProjectFigures) -> Indicator:
    return Indicator(
        title=figure.title,
        short=figure.short,
        definition=f"{figure.definition or NO_DEFINITION} {figure.note}",
        unit="NR",
        unit_label=figure.unit_label,
        age="",
        source="project",
        dataset=given.document,
        page=given.page,
        geo=[GEO],
        minimum=0,
        maximum=LARGEST_COUNT,
        largest_jump=LARGEST_COUNT,
        late_after_days=LATE_AFTER_DAYS,
        hide_after_days=HIDE_AFTER_DAYS,
        late_reason=LATE_REASON,
    )


def _series(figure: ProjectFigure, given: ProjectFigures) -> list[Series]:
    origin = Origin(
        publisher=given.publisher,
        dataset=given.document,
        url=given.url,
        licence=given.licence,
        updated=figure.peildatum,
        updated_note=None if figure.peildatum else NO_DATE_NOTE,
        retrieved=figure.recorded,
        checksum=None,
        next_expected=None,
    )
    period = figure.peildatum.isoformat() if figure.peildatum else UNDATED
    return [Series(key=Key(geo=GEO), origin=origin, observations=[Observation(period=period, value=figure.value)])]


SOURCE = HandKept(label="het project zelf", read=read, indicators=indicators)
