"""Practice conversations: every path walked to an ending, every choice explained, every ending looked back on."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from scripts.check.problem import Problem, at
from scripts.content.blocks import Block, read_blocks, stands_in
from scripts.content.page import Found, Page
from scripts.content.site import Site
from scripts.markdown.blocks.scene import CHOICE, EFFECT, EFFECTS

_NAME = re.compile(r"^[a-z][a-z0-9-]*$")
FEWEST_ENDINGS = 3
# A conversation about a crisis stays short (content rules on safety).
MOST_CRISIS_SCENES = 12
WORDS_PER_MINUTE = 150
MOST_STEPS = 20_000
SECONDS_PER_CHOICE = 15


@dataclass(frozen=True)
class Choice(Found):
    """A way onward: its words in `text`, the scene it leads to, and the explanation."""

    target: str
    feedback: str


@dataclass
class SceneText:
    block: Block
    words: int
    choices: list[Choice] = field(default_factory=list)
    # List items in a scene that are no choice, and effects nobody knows: a reader would see them as text, or miss them.
    strange: list[Found] = field(default_factory=list)

    @property
    def is_ending(self) -> bool:
        return bool(self.block.given.get("ending"))


def check_conversations(site: Site) -> Iterator[Problem]:
    for page in site.pages.values():
        blocks = list(read_blocks(page))
        for second in [block for block in blocks if block.name == "gesprek"][1:]:
            yield at(page, second.line, "HIB-116", "een tweede gesprek op deze pagina", "geef het een eigen pagina")
        for block in blocks:
            if block.name == "gesprek":
                yield from _conversation(page, block)
            elif block.name == "scene" and not stands_in(block, "gesprek", blocks):
                yield at(page, block.line, "HIB-100", "een scene staat buiten een gesprek", "zet ze tussen /// gesprek en ///")
            elif block.name == "nabespreking" and not stands_in(block, "scene", blocks):
                yield at(
                    page, block.line, "HIB-100", "een nabespreking staat buiten een scene", "zet ze in een scene met een einde"
                )


def scenes_of(page: Page, conversation: Block) -> dict[str, SceneText]:
    """The scenes of a conversation by name, with their choices; a name given twice keeps the first."""
    scenes: dict[str, SceneText] = {}
    for block in conversation.inner:
        if block.name == "scene":
            scenes.setdefault(block.title, _read(page, block))
    return scenes


def _conversation(page: Page, conversation: Block) -> Iterator[Problem]:
    names = [block.title for block in conversation.inner if block.name == "scene"]
    headings = {heading.anchor for heading in page.headings}
    for block in conversation.inner:
        if block.name == "scene" and block.title in headings:
            yield at(
                page, block.line, "HIB-102", f"'{block.title}' is ook een kop op deze pagina", "geef de scene een andere naam"
            )
        if block.name == "scene" and names.count(block.title) > 1:
            yield at(page, block.line, "HIB-101", f"scene '{block.title}' bestaat twee keer", "geef elke scene een eigen naam")
        if block.name == "scene" and not _NAME.match(block.title):
            yield at(
                page, block.line, "HIB-102", f"'{block.title}' is geen naam voor een scene", "gebruik kleine letters en streepjes"
            )
    scenes = scenes_of(page, conversation)
    if not conversation.given.get("id"):
        yield at(
            page, conversation.line, "HIB-102", "het gesprek heeft geen id", "zet er 'id: naam' onder, vier spaties ingesprongen"
        )
    if not scenes:
        yield at(page, conversation.line, "HIB-103", "het gesprek heeft geen scene", "begin met /// scene | start")
        return
    for scene in scenes.values():
        yield from _scene(page, scene, scenes)
    yield from _shape(page, conversation, scenes)
    yield from _length(page, conversation, scenes)


def _scene(page: Page, scene: SceneText, scenes: dict[str, SceneText]) -> Iterator[Problem]:
    name, line = scene.block.title, scene.block.line
    if scene.is_ending and scene.choices:
        yield at(page, scene.choices[0].line, "HIB-104", f"einde '{name}' heeft nog een keuze", "haal de keuze of 'ending' weg")
    if scene.is_ending and not any(block.name == "nabespreking" for block in scene.block.inner):
        yield at(page, line, "HIB-105", f"einde '{name}' heeft geen nabespreking", "zet er /// nabespreking … /// in")
    if not scene.is_ending and not scene.choices:
        yield at(page, line, "HIB-106", f"scene '{name}' loopt dood", "geef ze een keuze, of zet er 'ending: naam' bij")
    for item in scene.strange if not scene.is_ending else []:
        yield at(
            page,
            item,
            "HIB-115",
            f"dit punt is geen keuze: {item.text[:40]}",
            "schrijf '- [Wat je doet.](#scene){ data-tempo=+1 }'",
        )
    for choice in scene.choices:
        if choice.target not in scenes:
            known = ", ".join(scenes)
            yield at(page, choice, "HIB-107", f"scene '{choice.target}' bestaat niet", f"kies uit: {known}")
        if not choice.feedback.strip():
            yield at(page, choice, "HIB-108", "deze keuze heeft geen uitleg", "zet de uitleg eronder, vier spaties ingesprongen")


def _shape(page: Page, conversation: Block, scenes: dict[str, SceneText]) -> Iterator[Problem]:
    first = next(iter(scenes))
    reached = _reached(first, scenes)
    for name, scene in scenes.items():
        if name not in reached:
            yield at(page, scene.block.line, "HIB-109", f"scene '{name}' is niet te bereiken", "laat een keuze ernaartoe leiden")
        elif not any(scenes[other].is_ending for other in _reached(name, scenes)):
            yield at(page, scene.block.line, "HIB-110", f"vanuit scene '{name}' komt men nooit bij een einde", "voeg een weg toe")
    endings = [scene for scene in scenes.values() if scene.is_ending]
    if len(endings) < FEWEST_ENDINGS:
        yield at(page, conversation.line, "HIB-111", f"{len(endings)} eindes", f"schrijf er minstens {FEWEST_ENDINGS}")
    yield from _crisis(page, conversation, scenes)


def _crisis(page: Page, conversation: Block, scenes: dict[str, SceneText]) -> Iterator[Problem]:
    """Once one scene is about a crisis, every scene shows help, and the whole stays short."""
    marked = [name for name, scene in scenes.items() if scene.block.given.get("crisis")]
    if marked and len(scenes) > MOST_CRISIS_SCENES:
        yield at(page, conversation.line, "HIB-112", f"{len(scenes)} scènes over een crisis", f"hoogstens {MOST_CRISIS_SCENES}")
    for name, scene in scenes.items():
        if marked and name not in marked:
            yield at(page, scene.block.line, "HIB-113", f"scene '{name}' toont geen hulp", "zet er 'crisis: true' bij")


def _length(page: Page, conversation: Block, scenes: dict[str, SceneText]) -> Iterator[Problem]:
    minutes = getattr(page.meta, "minutes", None)
    if minutes is None:
        return
    longest = _longest(next(iter(scenes)), scenes, frozenset(), [MOST_STEPS])
    if longest > minutes:
        what = f"de langste weg duurt ongeveer {longest:.0f} minuten, 'minutes' zegt {minutes}"
        yield at(page, conversation.line, "HIB-114", what, "maak het korter, of pas 'minutes' aan")


def _longest(name: str, scenes: dict[str, SceneText], seen: frozenset[str], left: list[int]) -> float:
    """Minutes of the longest way onward that visits no scene twice; `left` ends the search among scenes that all meet."""
    left[0] -= 1
    if name in seen or name not in scenes or left[0] < 0:
        return 0.0
    scene = scenes[name]
    onward = [_longest(choice.target, scenes, seen | {name}, left) for choice in scene.choices]
    return scene.words / WORDS_PER_MINUTE + bool(scene.choices) * SECONDS_PER_CHOICE / 60 + max(onward, default=0.0)


def _reached(name: str, scenes: dict[str, SceneText]) -> set[str]:
    found: set[str] = set()
    todo = [name]
    while todo:
        here = todo.pop()
        if here in scenes and here not in found:
            found.add(here)
            todo += [choice.target for choice in scenes[here].choices]
    return found


def choices_of(page: Page, scene: Block) -> list[Choice]:
    """The ways onward from a scene."""
    return list(_choices(_lines(page, scene)))


def _lines(page: Page, block: Block) -> list[Found]:
    return [line for line in page.lines if line.line in block.inside]


def _read(page: Page, block: Block) -> SceneText:
    lines = _lines(page, block)
    choices = list(_choices(lines))
    whole = {choice.line for choice in choices}
    strange = [line for line in lines if line.text.startswith("- ") and (line.line not in whole or not _known_effects(line.text))]
    return SceneText(block, sum(len(line.text.split()) for line in lines), choices, strange)


def _known_effects(text: str) -> bool:
    return all(int(value) in EFFECTS.get(name, {}) for name, value in EFFECT.findall(text))


def _choices(lines: list[Found]) -> Iterator[Choice]:
    """A list item that opens with a link to a scene, and the indented lines under it."""
    for index, line in enumerate(lines):
        match = CHOICE.match(line.text.removeprefix("- ")) if line.text.startswith("- ") else None
        if not match:
            continue
        told = []
        for after in lines[index + 1 :]:
            if after.text.strip() and not after.text.startswith("    "):
                break
            told.append(after.text.strip())
        yield Choice(line.line, match[1], match[2], " ".join([match[4], *told]))
