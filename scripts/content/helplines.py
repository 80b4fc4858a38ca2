"""The services in `docs/bronnen/helplijnen.yml`: who can be called, typed to or visited."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field, model_validator

from scripts.content.frozen import Frozen, Text

Address = Annotated[str, Field(pattern=r"^https://[^\s<>\"]+$")]
FieldName = Literal["phone", "url", "chat", "hours", "cost", "audience", "purpose"]
Group = Literal["nood", "luisteren", "familie", "zorg", "school", "werk"]


class Helpline(Frozen):
    """One service. `doubtful` names the fields a reader must check; `source` is the page where it was read."""

    id: Annotated[str, Field(pattern=r"^[a-z0-9-]+$")]
    name: Text
    group: Group
    purpose: Text
    audience: Text
    phone: Annotated[str, Field(pattern=r"^[0-9 ]{3,13}$")] | None = None
    url: Address | None = None
    chat: Address | None = None
    hours: Text | None = None
    cost: Text | None = None
    source: Annotated[str, Field(pattern=r"^https?://[^\s<>\"]+$")] | None = None
    source_date: Text | None = None
    # The day a person last compared this entry with its source.
    checked: date | None = None
    # Fields that an older or another source says: its date, in words ("2019").
    dates: dict[FieldName, Text] = {}
    doubtful: list[FieldName] = []
    in_box: bool = False

    @model_validator(mode="after")
    def _reachable_in_the_box(self) -> "Helpline":
        """The help box is for numbers a person can dial now."""
        if self.in_box and not self.phone:
            raise ValueError("een dienst in het hulpkader heeft een telefoonnummer nodig")
        return self
