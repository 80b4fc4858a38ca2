"""The recommendations of the policy section (`/// aanbeveling`), and `docs/bronnen/aanbevelingen.yml`: every one ever made."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, TypeAdapter, ValidationError

from scripts.content.blocks import Block, read_blocks
from scripts.content.frozen import Frozen
from scripts.content.page import Page
from scripts.content.yaml_file import describe
from scripts.errors import ContentError

BLOCK = "aanbeveling"
REGISTER = "bronnen/aanbevelingen.yml"
# The nine parts of a recommendation, in the order a reader gets them.
LABELS = (
    "Nood",
    "Waarom",
    "Bewijs en grenzen",
    "Eerste stap dit kwartaal",
    "Wat het vraagt",
    "Wie kan nee zeggen",
    "Wie kan erdoor geschaad worden",
    "Zonder geld",
    "Hoe meten",
)
_LABEL = re.compile(rf"^\*\*({'|'.join(LABELS)})\.\*\*\s*")

Level = Literal["lokaal", "vlaams", "federaal", "europees", "organisatie"]
Domain = Literal["welzijn", "werk", "onderwijs", "jeugd", "gezondheid", "digitaal", "gegevens"]
Actor = Literal["schepen", "ocmw", "administratie", "kabinet", "parlement", "organisatie", "financier"]
Need = Literal["N1", "N2", "N3", "N4", "N5", "W1", "W2", "W3", "W4", "W5", "W6", "W7"]
Status = Literal["voorstel", "aangepast", "ingetrokken"]
Id = Annotated[str, Field(pattern=r"^AANB-\d\d$")]


def _listed(value: Any) -> Any:
    """`welzijn, werk` as its parts."""
    return [part.strip() for part in value.split(",")] if isinstance(value, str) else value


class Facts(Frozen):
    """The options of the block. `level`: the first is the one on whose page it stands."""

    id: Id
    level: Annotated[tuple[Level, ...], BeforeValidator(_listed), Field(min_length=1)]
    strength: Literal["overweeg", "doe"]
    domain: Annotated[tuple[Domain, ...], BeforeValidator(_listed), Field(min_length=1)]
    role: Annotated[tuple[Actor, ...], BeforeValidator(_listed), Field(min_length=1)]
    need: Annotated[tuple[Need, ...], BeforeValidator(_listed), Field(min_length=1)]
    status: Status
    date: date

    @property
    def anchor(self) -> str:
        """Where it can be linked to on its page."""
        return self.id.lower()


class Change(Frozen):
    date: date
    what: Annotated[str, Field(min_length=5, max_length=300)]


class Registered(Frozen):
    """One recommendation that was ever published: its page, since when, and what changed since."""

    id: Id
    page: str
    first: date
    changes: list[Change] = []

    @property
    def latest(self) -> date:
        """The day of its last change, or of its first appearance."""
        return max([self.first, *(change.date for change in self.changes)])


@dataclass(frozen=True)
class Part:
    """The text under one label, as Markdown; the label of what stands before the first is empty."""

    line: int
    label: str
    text: str


@dataclass(frozen=True)
class Recommendation:
    facts: Facts
    title: str
    page: Page
    line: int
    parts: tuple[Part, ...]

    def part(self, label: str) -> str:
        """The text under `label`; empty when there is none."""
        return next((part.text for part in self.parts if part.label == label), "")


def recommendations(pages: dict[str, Page]) -> list[Recommendation]:
    """Every readable recommendation by its number; the content check names the others."""
    found = []
    for page in pages.values():
        for block in read_blocks(page):
            if block.name == BLOCK:
                try:
                    found.append(Recommendation(facts_of(block.given), block.title, page, block.line, parts_of(page, block)))
                except ContentError:
                    continue
    return sorted(found, key=lambda one: one.facts.id)


def facts_of(options: dict[str, Any]) -> Facts:
    """The options as facts. Raises ContentError that says which one is wrong; its place is unknown here."""
    try:
        return TypeAdapter(Facts).validate_python({name: value for name, value in options.items() if value != ""})
    except ValidationError as error:
        fault = error.errors()[0]
        expected = fault.get("ctx", {}).get("expected", "").replace(" or ", " of ")
        what = describe(fault, fault["loc"][:1]) if not expected else f"'{fault['loc'][0]}' kent '{fault['input']}' niet"
        raise ContentError("?", 0, what, f"kies uit: {expected}" if expected else "verbeter deze optie") from error


def parts_of(page: Page, block: Block) -> tuple[Part, ...]:
    """The parts in the order an author wrote them; a label begins a paragraph."""
    parts = [Part(block.line, "", "")]
    blank = True
    for line in page.lines:
        if line.line not in block.inside or line.line <= block.line + len(block.given):
            continue
        if blank and (label := label_of(line.text)):
            parts.append(Part(line.line, label, without_label(line.text)))
        else:
            last = parts.pop()
            parts.append(Part(last.line, last.label, f"{last.text}\n{line.text}"))
        blank = not line.text.strip()
    return tuple(Part(part.line, part.label, part.text.strip()) for part in parts)


def label_of(text: str) -> str:
    """The label with which a paragraph begins; empty when it begins with none."""
    match = _LABEL.match(text)
    return match[1] if match else ""


def without_label(text: str) -> str:
    """The paragraph after its label."""
    return _LABEL.sub("", text)
