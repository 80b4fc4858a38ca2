"""What a room does with a lesson: explanation, questions, exercises and conversations, with the minutes their blocks name.

Nothing here is typed twice: an explanation lasts as long as the notes for the trainer of its section say, an exercise as long as
its block says. Where notes follow a group exercise they are about that exercise, and the two share their time.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Literal

from scripts.content.blocks import Block, oefening_id, quiz_id, read_blocks
from scripts.content.front_matter import Lesson
from scripts.content.modules import CRISIS, FOLDER, modules
from scripts.content.page import Heading, Page
from scripts.content.reading import count_words_on

if TYPE_CHECKING:
    from scripts.content.site import Site

Kind = Literal["explanation", "quiz", "group", "solo", "conversation"]
# A summary is said slowly, with time to look at it.
SPOKEN_WORDS_PER_MINUTE = 60
FEWEST_MINUTES = 2
MINUTES_PER_QUESTION = 2
# A conversation: one third is played, two thirds are talk about it.
PLAYED_PART = 3
MOST_MINUTES = 240


@dataclass(frozen=True)
class Activity:
    """A part of a lesson in a room. `anchor`: its id on the page, by which presenting skips it; `section`: that of its heading.

    The explanation of a section has the heading itself as anchor. A conversation has neither: it is its whole lesson.
    """

    kind: Kind
    title: str
    minutes: int
    anchor: str = ""
    section: str = ""
    materials: str = ""


@dataclass(frozen=True)
class RoomLesson:
    """A lesson with its activities in the order of the page. `module`: the folder of the module it is given in."""

    page: Page
    module: str
    activities: tuple[Activity, ...]

    @property
    def name(self) -> str:
        """How a session names it: `contact-en-vertrouwen/het-eerste-bericht`."""
        return self.page.path.removeprefix(FOLDER).removesuffix(".md")

    @property
    def is_conversation(self) -> bool:
        return any(one.kind == "conversation" for one in self.activities)

    @property
    def is_crisis(self) -> bool:
        """Whether it is about a crisis: then it stays longest, and none of its explanations is dropped."""
        return self.module == CRISIS

    def is_core(self, activity: Activity) -> bool:
        """Whether it stays as long as its lesson: the group exercise, the explanation before it, every one about a crisis."""
        exercised = {one.section for one in self.activities if one.kind == "group"}
        explained = activity.kind == "explanation" and (activity.section in exercised or self.is_crisis)
        return activity.kind == "group" or explained


def room_lessons(site: "Site") -> list[RoomLesson]:
    """The lessons of each numbered module in order, after each module the conversations that build on one of its lessons."""
    numbered = [module for module in modules(site) if module.meta.number]
    others = [lesson for module in modules(site) if not module.meta.number for lesson in module.lessons]
    found = []
    for module in numbered:
        own = [lesson for lesson in others if _first_module(lesson) == module.folder]
        found += [RoomLesson(page, module.folder, tuple(activities(page))) for page in (*module.lessons, *own)]
    return [lesson for lesson in found if lesson.activities]


def _first_module(lesson: Page) -> str:
    meta: Lesson = lesson.meta
    return next((path.removeprefix(FOLDER).partition("/")[0] for path in meta.prerequisites), "")


def activities(page: Page) -> Iterator[Activity]:
    """The activities of a lesson, in the order of the page."""
    blocks = read_blocks(page).outer
    if conversation := next((block for block in blocks if block.name == "gesprek"), None):
        notes = sum(minutes_of(block) for block in blocks if block.name == "trainer")
        yield Activity("conversation", conversation.title, notes or PLAYED_PART * page.meta.minutes)
        return
    headings = [heading for heading in page.headings if heading.level == 2]
    for heading, following in zip(headings, [*headings[1:], None], strict=False):
        end = following.line if following else page.lines[-1].line + 1
        yield from _section(page, heading, [block for block in blocks if heading.line < block.line < end])


def _section(page: Page, heading: Heading, blocks: list[Block]) -> Iterator[Activity]:
    """The explanation first, then questions and exercises as they stand; a section without any of these blocks is not given."""
    if not any(block.name in ("kort", "trainer", "quiz", "oefening") for block in blocks) or heading.anchor == "onthoud":
        return
    pairs = [(block, after) for block, after in pairwise([*blocks, None]) if block]
    shared = [after for block, after in pairs if _is_group(block) and after and after.name == "trainer"]
    notes = sum(minutes_of(block) for block in blocks if block.name == "trainer" and block not in shared)
    yield Activity("explanation", heading.text, notes or _spoken(page, blocks), heading.anchor, heading.anchor)
    for block, after in pairs:
        if block.name == "quiz":
            anchor = quiz_id(block.title, str(block.given.get("id") or ""))
            yield Activity("quiz", block.title, MINUTES_PER_QUESTION, anchor, heading.anchor)
        if block.name == "oefening":
            kind: Kind = "group" if _is_group(block) else "solo"
            minutes = max(minutes_of(block), minutes_of(after) if after in shared and after else 0)
            materials = str(block.given.get("materials") or "")
            yield Activity(kind, block.title, minutes, oefening_id(block.title), heading.anchor, materials)


def _is_group(block: Block) -> bool:
    return block.name == "oefening" and block.given.get("form") == "groep"


def _spoken(page: Page, blocks: list[Block]) -> int:
    lines = {line for block in blocks if block.name == "kort" for line in block.span}
    return max(FEWEST_MINUTES, round(count_words_on(page, lines) / SPOKEN_WORDS_PER_MINUTE))


def minutes_of(block: Block) -> int:
    """What a block says it lasts; 0 when it says nothing that can be (the check of the blocks names that)."""
    minutes = block.given.get("minutes")
    return minutes if isinstance(minutes, int) and 0 <= minutes <= MOST_MINUTES else 0
