"""Questions, exercises, lessons and modules: complete, in order, and as long as they say."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from scripts.check.problem import Problem, at, nearest
from scripts.content.blocks import Block, oefening_id, quiz_id, read_blocks, stands_in
from scripts.content.front_matter import Lesson, Module
from scripts.content.modules import FOLDER, MODULES
from scripts.content.page import Found, Page
from scripts.content.reading import WORDS_PER_MINUTE, count_words
from scripts.content.site import Site

_ANSWER = re.compile(r"^- \[([ xX])\]\s+(.*)$")
# Conversations are lessons of another kind: they have no exercises of their own.
CONVERSATIONS = f"{FOLDER}gesprekken/"
MARGIN = 0.2
# What an explanation rests on: a source, or our own proposal.
SUPPORT = ("[@", "voorstel van deze site")
MINUTES_PER_QUESTION_ALONE = 1
APART = ("quiz", "oefening", "invulblad", "teamkaart")


@dataclass(frozen=True)
class Answer(Found):
    right: bool
    explanation: list[str]


def check_training(site: Site) -> Iterator[Problem]:
    for page in site.pages.values():
        blocks = list(read_blocks(page))
        for block in blocks:
            yield from _block(page, blocks, block)
        yield from _ids(page, blocks)
        if isinstance(page.meta, Lesson):
            yield from _lesson(site, page, blocks)
        if isinstance(page.meta, Module):
            yield from _module(site, page)


def _block(page: Page, blocks: list[Block], block: Block) -> Iterator[Problem]:
    if block.name == "quiz":
        yield from _question(page, block)
    if block.name == "oefening" and not block.given.get("minutes"):
        yield at(page, block.line, "HIB-096", "deze oefening heeft geen duur", "zet er 'minutes: 10' onder")
    if block.name == "oplossing" and not stands_in(block, "oefening", blocks):
        yield at(page, block.line, "HIB-097", "een oplossing staat buiten een oefening", "zet ze in /// oefening")
    if block.name == "trainer" and any(_heading(page, block)):
        yield at(page, block.line, "HIB-098", "een kop in notities voor de trainer", "gebruik vet in plaats van een kop")


def answers_of(page: Page, block: Block) -> list[Answer]:
    """The answers of a question, each with the lines of explanation under it."""
    found: list[Answer] = []
    for line in page.lines:
        if line.line not in block.inside:
            continue
        if match := _ANSWER.match(line.text):
            found.append(Answer(line.line, match[2], match[1] != " ", []))
        elif found and line.text.startswith("    "):
            found[-1].explanation.append(line.text.strip())
    return found


def _question(page: Page, block: Block) -> Iterator[Problem]:
    answers, options = answers_of(page, block), block.given
    right = sum(answer.right for answer in answers)
    if len(answers) < 2:
        yield at(page, block.line, "HIB-090", f"{len(answers)} antwoorden", "schrijf er minstens twee, als '- [ ] antwoord'")
    elif not right:
        yield at(page, block.line, "HIB-091", "geen enkel antwoord is juist", "zet [x] bij het juiste antwoord")
    elif right > 1 and not options.get("multiple"):
        yield at(
            page, block.line, "HIB-092", f"{right} juiste antwoorden", "zet er 'multiple: true' onder, of laat er één juist zijn"
        )
    for answer in answers:
        yield from _explained(page, answer)
    module = options.get("module")
    if module and module not in MODULES:
        yield at(page, block.line, "HIB-095", f"module '{module}' bestaat niet", nearest(str(module), list(MODULES)))


def _explained(page: Page, answer: Answer) -> Iterator[Problem]:
    start = "Juist" if answer.right else "Niet juist"
    if not any(answer.explanation):
        yield at(page, answer, "HIB-093", "dit antwoord heeft geen uitleg", "zet er één zin onder, vier spaties ingesprongen")
    elif not " ".join(answer.explanation).startswith(f"{start}:"):
        yield at(
            page,
            answer,
            "HIB-094",
            f"de uitleg begint niet met '{start}:'",
            "zo weet ook een lezer zonder JavaScript het antwoord",
        )
    elif not any(words in " ".join(answer.explanation) for words in SUPPORT):
        yield at(
            page,
            answer,
            "HIB-126",
            "deze uitleg zegt niet waarop ze steunt",
            "zet er [@sleutel] bij, of '(voorstel van deze site)'",
        )


def _ids(page: Page, blocks: list[Block]) -> Iterator[Problem]:
    """Two things on a page with one id: the second would never be found."""
    named = [(block, _id(block)) for block in blocks]
    counted = Counter(name for _, name in named if name)
    for block, name in named:
        if name and counted[name] > 1:
            yield at(
                page,
                block.line,
                "HIB-099",
                f"'{name}' bestaat twee keer op deze pagina",
                "geef een eigen 'id', of een andere titel",
            )


def _id(block: Block) -> str:
    given = str(block.given.get("id") or "")
    if block.name == "quiz":
        return quiz_id(block.title, given)
    if block.name == "oefening":
        return oefening_id(block.title)
    return f"{block.name}-{given}" if given else ""


def _lesson(site: Site, page: Page, blocks: list[Block]) -> Iterator[Problem]:
    folder = site.pages.get(page.path.rpartition("/")[0] + "/index.md")
    name = page.path.rpartition("/")[2].removesuffix(".md")
    if not folder or not isinstance(folder.meta, Module) or name not in folder.meta.lessons:
        yield at(page, 1, "HIB-120", "deze les hoort bij geen module", "zet ze bij 'lessons' op index.md van haar map")
    for path in page.meta.prerequisites:
        if path == page.path or not isinstance(getattr(site.pages.get(path), "meta", None), Lesson):
            yield at(
                page, 1, "HIB-121", f"'{path}' is geen andere les", "geef het pad onder docs/ van de les die men eerst leest"
            )
    if page.path.startswith(CONVERSATIONS):
        return
    names = Counter(f"oefening {block.given.get('form', 'solo')}" if block.name == "oefening" else block.name for block in blocks)
    for needed in ("kort", "quiz", "oefening solo", "oefening groep", "trainer", "teamkaart", "invulblad"):
        if not names[needed]:
            yield at(page, 1, "HIB-122", f"deze les heeft geen '{needed}'", "elke les heeft er minstens één")
    if "onthoud" not in page.anchors:
        yield at(page, 1, "HIB-123", "deze les heeft geen '## Onthoud'", "zet onderaan wat iemand moet onthouden")
    yield from _minutes(page, blocks)


def _minutes(page: Page, blocks: list[Block]) -> Iterator[Problem]:
    """Reading, questions and the exercises for one. What has a time of its own is not counted as reading too, and what a room
    does is not counted for who learns alone."""
    apart = {number for block in blocks if block.name in APART for number in block.span}
    solo = [block for block in blocks if block.name == "oefening" and block.given.get("form", "solo") == "solo"]
    exercises = sum(int(block.given.get("minutes") or 0) for block in solo)
    questions = MINUTES_PER_QUESTION_ALONE * sum(block.name == "quiz" for block in blocks)
    needed = count_words(page, apart) / WORDS_PER_MINUTE + exercises + questions
    if abs(needed - page.meta.minutes) > MARGIN * page.meta.minutes:
        what = f"lezen, vragen en oefeningen alleen duren ongeveer {needed:.0f} minuten, 'minutes' zegt {page.meta.minutes}"
        yield at(page, 1, "HIB-124", what, "pas 'minutes' of de les aan")


def _module(site: Site, page: Page) -> Iterator[Problem]:
    folder = page.path.removesuffix("index.md")
    for name in page.meta.lessons:
        if not isinstance(getattr(site.pages.get(f"{folder}{name}.md"), "meta", None), Lesson):
            yield at(page, 1, "HIB-125", f"'{name}' is geen les in deze map", f"maak {folder}{name}.md, of haal de naam weg")


def _heading(page: Page, block: Block) -> Iterator[Found]:
    return (heading for heading in page.headings if heading.line in block.inside)
