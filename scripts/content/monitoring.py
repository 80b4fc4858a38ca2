"""`docs/bronnen/monitoring.yml`: what may be counted per quarter, each with the definition that makes it a figure."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field, model_validator

from scripts.content.frozen import Frozen

SOURCE = "bronnen/monitoring.yml"
# Columns of a file of counts that hold no count.
PERIOD, REMARK = "periode", "opmerking"
Explanation = Annotated[str, Field(min_length=10, max_length=400)]


class Count(Frozen):
    """One number per quarter. `peildatum`: which days count and when they are counted; `limits`: what it does not say.

    `part_of`: the number that counts these too, so that the difference of the two is a number of people as well.
    """

    id: Annotated[str, Field(pattern=r"^[a-z]+(_[a-z]+)*$")]
    name: Annotated[str, Field(min_length=3, max_length=40)]
    unit: Literal["personen", "gesprekken", "meldingen"]
    part_of: str | None = None
    definition: Explanation
    rule: Explanation
    peildatum: Explanation
    who: Explanation
    limits: Explanation


class Monitoring(Frozen):
    """A proposal of this site. Counts below `threshold` are never shown."""

    reviewed: date | None = None
    threshold: Annotated[int, Field(ge=5, le=20)] = 5
    indicators: list[Count] = []

    @model_validator(mode="after")
    def _columns_fit_together(self) -> "Monitoring":
        names = [PERIOD, REMARK, *(one.id for one in self.indicators)]
        if twice := next((name for name in names if names.count(name) > 1), None):
            raise ValueError(f"kolom '{twice}' staat er twee keer")
        units = {one.id: one.unit for one in self.indicators}
        for one in self.indicators:
            if one.part_of and (one.part_of == one.id or units.get(one.part_of) != one.unit):
                raise ValueError(f"'{one.id}' kan geen deel zijn van '{one.part_of}'")
        return self
