"""`docs/bronnen/programmas.yml`: programmes to give tomorrow, and the rules for a crisis in a room. No minutes are kept here."""

from typing import Annotated, Literal

from pydantic import Field, model_validator

from scripts.content.front_matter import Role
from scripts.content.frozen import Frozen, Text


class Excerpt(Frozen):
    """Sections of a lesson, by the anchors of their headings."""

    lesson: Text
    sections: Annotated[list[Text], Field(min_length=1)]


class Crisis(Frozen):
    """The module about a crisis in a room: by and for how many, in how many minutes at least; `short`: what remains in less."""

    facilitators: Annotated[int, Field(ge=2)] = 2
    people: Annotated[int, Field(ge=1)] = 16
    shortest: Annotated[int, Field(ge=25)] = 90
    short: list[Excerpt] = []


class RoomRole(Frozen):
    """Whom a session can be made for, and what they will ask."""

    id: Role
    name: Text
    note: Text


class Item(Frozen):
    """A lesson or conversation (`map/les`), or one of the two moments that never drop.

    `skip`: ids of sections, questions and exercises that are not given; `also`: exercises for one that are given in the room.
    """

    lesson: Text | None = None
    moment: Literal["opening", "slot"] | None = None
    skip: list[Text] = []
    also: list[Text] = []

    @model_validator(mode="after")
    def _is_one_thing(self) -> "Item":
        if (self.lesson is None) == (self.moment is None):
            raise ValueError("geef 'lesson' of 'moment', één van beide")
        return self


class Programme(Frozen):
    """A session that stands on the site as it is. `title` goes on after its minutes: `90 minuten: het eerste contact`."""

    id: Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9-]*$")]
    title: Annotated[str, Field(min_length=5, max_length=80)]
    minutes: Annotated[int, Field(ge=25, le=480)]
    audience: Annotated[list[Role], Field(min_length=1)]
    goal: Annotated[str, Field(min_length=10, max_length=300)]
    facilitators: Annotated[int, Field(ge=1, le=9)] = 1
    items: Annotated[list[Item], Field(min_length=1)]

    @property
    def name(self) -> str:
        """The minutes and the id, for places on the page: `90-eerste-contact`."""
        return f"{self.minutes}-{self.id}"

    @property
    def lessons(self) -> list[Item]:
        """The items that are no moments."""
        return [item for item in self.items if item.lesson]


class Programmes(Frozen):
    """All of the file; empty when it cannot be read."""

    crisis: Crisis = Crisis()
    roles: list[RoomRole] = []
    programmes: list[Programme] = []
