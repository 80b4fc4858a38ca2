"""What an indicator is (`docs/bronnen/indicatoren.yml`) and what is kept of it (`docs/data/<id>.json`).

Values are plain numbers in the unit of the indicator (`PC`: percent of the group named, `NR`: a count, `RTG`: a mark).
Periods are written as the source does: `2025`, `2025-Q4`, `2025-12`, or a day `2024-11-30`.
"""

from datetime import date
from itertools import product
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from scripts.content.frozen import Frozen, Text

Unit = Literal["PC", "NR", "RTG"]
Period = Annotated[str, Field(pattern=r"^\d{4}(-(Q[1-4]|\d{2}(-\d{2})?))?$|^z\.d\.$")]


class Key(Frozen):
    """One series of an indicator. Codes are Eurostat's: geo `BE`, `BE2`; sex `T`, `M`, `F`; `group` is the code of the one
    other dimension an indicator may be split by, empty when it is not."""

    geo: Text
    sex: Text = "T"
    group: str = ""

    @property
    def said(self) -> str:
        """As messages name it: `BE/T`."""
        return "/".join(part for part in (self.geo, self.sex, self.group) if part)


class Indicator(Frozen):
    """One figure of the site as an editor describes it.

    `geo` and `sex` list the codes of its series, the one a card shows first in front; `query` the other codes to ask the
    source for, by dimension; `since` the oldest period to ask for. `age` is empty when the figure has no age group, `sex`
    when the source knows no sexes. `by` is the one dimension more it is split by, `groups` its codes with their Dutch words.
    """

    title: Text
    short: Text
    definition: Text
    unit: Unit
    unit_label: Text
    age: str
    source: Text
    dataset: Text
    page: Text
    geo: Annotated[list[Text], Field(min_length=1)]
    sex: list[Literal["T", "M", "F"]] = ["T"]
    by: Text | None = None
    groups: dict[Text, Text] = {}
    query: dict[str, Text] = {}
    since: Period | None = None
    minimum: float
    maximum: float
    largest_jump: float
    late_after_days: Annotated[int, Field(gt=0)]
    hide_after_days: Annotated[int, Field(gt=0)]
    late_reason: Text

    @property
    def series(self) -> list[Key]:
        """The keys of all its series, in the editor's order."""
        split = product(self.geo, self.sex or ["T"], self.groups or [""])
        return [Key(geo=geo, sex=sex, group=group) for geo, sex, group in split]

    @model_validator(mode="after")
    def _split_is_whole(self) -> Self:
        if (self.by is None) != (not self.groups):
            raise PydanticCustomError("split", "heeft 'by' en 'groups' samen nodig: de ene zegt waarin, de andere welke delen")
        return self


class Origin(Frozen):
    """Where a series comes from; travels with it everywhere.

    `updated` is the source's own date of these values (None: the source gives none), `retrieved` the day they came here.
    """

    publisher: Text
    dataset: Text
    url: Text
    licence: Text
    updated: date | None
    updated_note: str | None = None
    retrieved: date
    checksum: str | None
    next_expected: str | None


class Observation(Frozen):
    """One value. `flags` is a set of Eurostat letters: b break, c confidential, d definition differs, e estimated, f forecast,
    n not significant, p provisional, r revised, s estimated by Eurostat, u low reliability, z not applicable.
    A value of None with a flag was withheld; an absent observation was never given."""

    period: Period
    value: float | None
    flags: str = ""


class Series(Frozen):
    """Observations of one key from one origin, oldest first."""

    key: Key
    origin: Origin
    observations: list[Observation]


class IndicatorData(Frozen):
    """The last-good values of one indicator. `superseded` holds older values of a key and period that a newer origin replaced."""

    indicator: Text
    series: list[Series]
    superseded: list[Series] = []
