"""Corrections by hand (`docs/bronnen/correcties.yml`): a value we know to be wrong is replaced or not shown.

`docs/data/` keeps what the source said. A correction works on what is read from there, and is shown with its reason.
"""

import datetime
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from scripts.content.frozen import Frozen, Text
from scripts.content.yaml_file import read_yaml
from scripts.errors import ContentError
from scripts.statistics.catalogue import read_catalogue
from scripts.statistics.model import Indicator, IndicatorData, Key, Observation, Period, Series

FILE = Path("bronnen") / "correcties.yml"


class Correction(Frozen):
    """One correction of one value. `who` is a role, so that no name gets in.

    `correct` puts `value` where the source says `source_value`; when the source says something else by now, it looked at
    the value again, and the correction lapses. `hide` shows no value, whatever the source says.
    """

    indicator: Text
    geo: Text
    sex: Literal["T", "M", "F"] = "T"
    group: str = ""
    period: Period
    action: Literal["correct", "hide"]
    source_value: float | None = None
    value: float | None = None
    reason: Annotated[str, Field(min_length=10)]
    who: Literal["redactie", "webmaster"]
    date: datetime.date

    @property
    def key(self) -> Key:
        return Key(geo=self.geo, sex=self.sex, group=self.group)

    @model_validator(mode="after")
    def _values_fit_the_action(self) -> Self:
        wanted = self.action == "correct"
        if wanted != (self.value is not None) or wanted != (self.source_value is not None):
            raise PydanticCustomError("values", "heeft bij 'correct' source_value en value nodig, en bij 'hide' geen van beide")
        return self


@dataclass(frozen=True)
class Applied:
    """A correction beside what the source says now (`original`, None when it says nothing); `lapsed` when it no longer works."""

    correction: Correction
    original: Observation | None

    @property
    def lapsed(self) -> bool:
        if self.original is None:
            return True
        return self.correction.action == "correct" and self.original.value != self.correction.source_value


def corrections(docs: Path) -> list[Correction]:
    """Every correction, in the order of the file. Raises ContentError when one is not about a figure of this site."""
    path = docs / FILE
    found: list[Correction] = read_yaml(path, list[Correction]) if path.exists() else []
    catalogue = read_catalogue(docs) if found else {}
    for number, correction in enumerate(found, 1):
        if fault := _fault(correction, catalogue.get(correction.indicator)):
            raise ContentError(str(path), 1, f"correctie {number}: {fault}", "verbeter deze correctie of haal ze weg")
    return found


def applied(data: IndicatorData, every: list[Correction]) -> list[Applied]:
    """The corrections of this indicator, each with the original; `data` is what the source said."""
    said = {(series.key, seen.period): seen for series in data.series for seen in series.observations}
    own = [one for one in every if one.indicator == data.indicator]
    return [Applied(one, said.get((one.key, one.period))) for one in own]


def with_corrections(data: IndicatorData, every: list[Correction]) -> IndicatorData:
    """The data as it may be shown. Pure; `data` itself stays as it is."""
    working = {(one.correction.key, one.correction.period): one.correction for one in applied(data, every) if not one.lapsed}
    return data.model_copy(update={"series": [_corrected(series, working) for series in data.series]}) if working else data


def _corrected(series: Series, working: dict[tuple[Key, str], Correction]) -> Series:
    shown = []
    for seen in series.observations:
        correction = working.get((series.key, seen.period))
        if correction is None:
            shown.append(seen)
        elif correction.action == "correct":
            shown.append(seen.model_copy(update={"value": correction.value}))
    return series.model_copy(update={"observations": shown})


def _fault(correction: Correction, indicator: Indicator | None) -> str | None:
    if indicator is None:
        return f"onbekend cijfer '{correction.indicator}'"
    if correction.key not in indicator.series:
        return f"'{correction.indicator}' heeft geen reeks {correction.geo}/{correction.sex}/{correction.group}"
    if correction.value is not None and not indicator.minimum <= correction.value <= indicator.maximum:
        return f"{correction.value:g} ligt buiten {indicator.minimum:g} tot {indicator.maximum:g}"
    return None
