"""The schema of the front matter: what each type of page must say about itself.

The schema is its own documentation: field descriptions are what authors get to see.
"""

import re
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import Field, model_validator

from scripts.content.frozen import Frozen
from scripts.content.yaml_file import validate_yaml
from scripts.errors import ContentError

Role = Literal["leerkracht", "clb", "huisarts", "ggz", "ocmw", "vdab", "jeugdwerk", "ouder", "jongere", "trainer", "beleid"]

_FENCE = re.compile(r"^---[ \t]*$", re.MULTILINE)


class Reference(Frozen):
    """Every page: what browsers, search engines and the menu show of it."""

    type: Literal["reference"]
    # The theme writes the title into the menu as it is.
    title: Annotated[str, Field(max_length=70, pattern=r"^[^<>&]+$")]
    description: Annotated[str, Field(min_length=20, max_length=160)]
    hide: list[Literal["navigation", "toc", "path"]] = []
    # The limits of readability follow the reader: B1 for parents, young people and help.
    reading_level: Literal["B1", "B2"] = "B2"
    # What readers type when they look for this page and the page itself does not say; searched, never shown.
    search_words: list[str] = []
    # A page over the limit of words says why it may be long.
    length_reason: str | None = None
    # When a person last checked the page, when that must happen again, and for whom it is: all three or none.
    reviewed: date | None = None
    review_by: date | None = None
    audience: list[Role] = []

    @model_validator(mode="after")
    def _checked_for_someone(self) -> "Reference":
        if len({bool(self.reviewed), bool(self.review_by), bool(self.audience)}) > 1:
            raise ValueError("'reviewed', 'review_by' en 'audience' horen samen: geef ze alle drie")
        return self


class Knowledge(Reference):
    """A page with knowledge says who it is for and when a person last checked it."""

    type: Literal["knowledge"]  # type: ignore[assignment]
    reviewed: date
    review_by: date
    audience: Annotated[list[Role], Field(min_length=1)]


class Method(Knowledge):
    """A way of working says what it asks of you and what supports it."""

    type: Literal["method"]  # type: ignore[assignment]
    effort: Annotated[str, Field(max_length=80)]
    evidence: Literal["onderzoek", "praktijk", "voorstel"]


class Lesson(Knowledge):
    """A lesson of the training: what you can do afterwards, and how long it takes."""

    type: Literal["lesson"]  # type: ignore[assignment]
    minutes: Annotated[int, Field(ge=5, le=60)]
    level: Literal["basis", "verdieping"]
    objectives: Annotated[list[str], Field(min_length=1, max_length=6)]
    prerequisites: list[str] = []
    competences: Annotated[list[str], Field(min_length=1)]


class Module(Reference):
    """The first page of a module. `lessons` are the other pages of its folder, without `.md`, in the order they are taken."""

    type: Literal["module"]  # type: ignore[assignment]
    number: Annotated[int, Field(ge=1, le=8)] | None = None
    lessons: Annotated[list[str], Field(min_length=1)]
    aim: Annotated[str, Field(max_length=300)]


class Recommendations(Knowledge):
    """A page of recommendations says for which level of policy they are."""

    type: Literal["recommendations"]  # type: ignore[assignment]
    level: Literal["lokaal", "vlaams", "federaal", "europees", "organisatie"]


class Figure(Reference):
    """A page about figures names the indicators it shows."""

    type: Literal["figure"]  # type: ignore[assignment]
    indicator: Annotated[list[str], Field(min_length=1)]


FrontMatter = Annotated[Knowledge | Method | Lesson | Module | Recommendations | Figure | Reference, Field(discriminator="type")]


def split(text: str) -> tuple[str | None, str, int]:
    """The YAML between the two `---` lines, the rest, and the line of the file where the rest begins."""
    marks = list(_FENCE.finditer(text))
    if len(marks) < 2 or text[: marks[0].start()].strip():
        return None, text, 1
    body = text[marks[1].end() :].removeprefix("\n")
    return text[marks[0].end() : marks[1].start()], body, text.count("\n", 0, marks[1].end()) + 2


def parse(text: str, path: str) -> Any:
    """The front matter of a page as a model. Raises ContentError with the place of the first fault."""
    yaml, _, _ = split(text)
    if yaml is None:
        raise ContentError(path, 1, "er is geen front matter", "begin de pagina met --- en sluit het blok af met ---")
    return validate_yaml(yaml, FrontMatter, path=path)  # type: ignore[arg-type]
