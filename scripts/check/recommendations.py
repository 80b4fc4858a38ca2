"""Recommendations: complete, supported, numbered for good, and on the page of their level."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime
from itertools import zip_longest

from scripts.check.problem import Problem, at, nearest
from scripts.content.blocks import Block, read_blocks
from scripts.content.front_matter import Recommendations
from scripts.content.page import Page
from scripts.content.recommendations import BLOCK, LABELS, REGISTER, Facts, Registered, facts_of, parts_of
from scripts.content.site import Site
from scripts.content.yaml_file import read_text
from scripts.errors import ContentError
from scripts.statistics.freshness import build_date

EVIDENCE = "Bewijs en grenzen"
# What evidence may rest on when there is no source, and what a rule that is no law is called.
PRACTICE, SAFETY = "inzicht uit de praktijk", "veiligheidsregel"
_KEY = re.compile(r"@([\w:-]+)")
BEGINS = {"overweeg": "Overweeg ", "doe": "Doe "}


def check_recommendations(site: Site) -> Iterator[Problem]:
    for page in site.pages.values():
        blocks = [block for block in read_blocks(page) if block.name == BLOCK]
        for block in blocks:
            yield from _block(site, page, block)
        if isinstance(page.meta, Recommendations) and not blocks:
            yield at(page, 1, "HIB-172", "deze pagina heeft geen aanbeveling", "schrijf er één, of geef haar een ander type")
    yield from _numbers(site)


def _block(site: Site, page: Page, block: Block) -> Iterator[Problem]:
    yield from _parts(page, block)
    try:
        facts = facts_of(block.given)
    except ContentError as error:
        yield at(page, block.line, "HIB-161", error.what, error.remedy)
        return
    yield from _title(page, block, facts)
    yield from _support(site, page, block, facts)
    if getattr(page.meta, "level", None) != facts.level[0] or not isinstance(page.meta, Recommendations):
        what = f"{facts.id} hoort op de pagina van haar eerste niveau, '{facts.level[0]}'"
        yield at(page, block.line, "HIB-170", what, "verplaats ze, of zet dat niveau vooraan bij 'level'")
    if facts.date > _today():
        yield at(page, block.line, "HIB-169", f"de datum {facts.date} ligt in de toekomst", "zet de dag van vandaag")


def _parts(page: Page, block: Block) -> Iterator[Problem]:
    """All labels, in order, each with a text; and the recommendation itself before them."""
    parts = parts_of(page, block)
    labels = [part.label for part in parts[1:]]
    for label in LABELS:
        if label not in labels:
            yield at(page, block.line, "HIB-162", f"'{label}' ontbreekt", f"begin een alinea met **{label}.**")
    expected = [label for label in LABELS if label in labels]
    for part, label in zip_longest(parts[1:], expected):
        if part.label != label:
            what = f"'{part.label}' staat op de plaats van '{label}'" if label else f"'{part.label}' staat er twee keer"
            yield at(page, part.line, "HIB-162", what, "volg de vaste volgorde, elk deel één keer")
            break
    for part in parts:
        if not part.text:
            yield at(page, part.line, "HIB-162", f"'{part.label or 'De aanbeveling zelf'}' is leeg", "schrijf er één zin")


def _title(page: Page, block: Block, facts: Facts) -> Iterator[Problem]:
    other = BEGINS["doe" if facts.strength == "overweeg" else "overweeg"]
    if block.title.startswith(other) or (facts.strength == "overweeg" and not block.title.startswith(BEGINS["overweeg"])):
        what = f"de titel past niet bij sterkte '{facts.strength}'"
        yield at(page, block.line, "HIB-171", what, "begin met 'Overweeg'; alleen wet of veiligheid is 'doe'")


def _support(site: Site, page: Page, block: Block, facts: Facts) -> Iterator[Problem]:
    """What is said to be evidence has a source; what is said to be a duty has a law, or a safety rule with a source."""
    evidence = next((part for part in parts_of(page, block) if part.label == EVIDENCE), None)
    if evidence and "[@" not in evidence.text and PRACTICE not in evidence.text.lower():
        yield at(page, evidence.line, "HIB-168", f"'{EVIDENCE}' noemt geen bron", f"zet er [@sleutel] bij, of '{PRACTICE}'")
    if facts.strength == "doe" and not any(_is_duty(site, part.text) for part in parts_of(page, block)):
        what = "'doe' steunt op geen wet en op geen veiligheidsregel met een bron"
        yield at(page, block.line, "HIB-167", what, f"verwijs naar een wet, noem de {SAFETY} met haar bron, of kies 'overweeg'")


def _is_duty(site: Site, text: str) -> bool:
    cited = [site.bibliography[key][0] for key in _KEY.findall(text) if key in site.bibliography]
    return any(reference.kind == "law" for reference in cited) or (bool(cited) and SAFETY in text.lower())


def _today() -> date:
    """The day of the build or of the clock, whichever is later: who writes today has not committed yet."""
    return max(build_date(), datetime.now(UTC).date())


def _numbers(site: Site) -> Iterator[Problem]:
    """A number means one recommendation for good: the list and the pages name the same."""
    used = Counter(one.facts.id for one in site.recommendations)
    listed = Counter(entry.id for entry in site.register)
    entries = {entry.id: entry for entry in site.register}
    for one in site.recommendations:
        number = one.facts.id
        if used[number] > 1:
            yield at(one.page, one.line, "HIB-163", f"{number} bestaat twee keer", "geef een nummer dat nog nooit gebruikt werd")
        if number not in entries:
            remedy = f"voeg ze toe; {nearest(number, list(entries)) if entries else 'de lijst is nog leeg'}"
            yield at(one.page, one.line, "HIB-164", f"{number} staat niet in {site.docs.name}/{REGISTER}", remedy)
            continue
        if (one.page.path, one.facts.date) != (entries[number].page, entries[number].latest):
            what = f"{number} noemt pagina of datum anders dan de lijst ({entries[number].page}, {entries[number].latest})"
            yield at(one.page, one.line, "HIB-166", what, "zet de laatste wijziging bij 'changes' en haar dag bij 'date'")
    for entry in site.register:
        yield from _entry(site, entry, used[entry.id], listed[entry.id])


def _entry(site: Site, entry: Registered, used: int, listed: int) -> Iterator[Problem]:
    shown = f"{site.docs.name}/{REGISTER}"
    lines = read_text(site.docs / REGISTER).splitlines()
    line = next((number for number, text in enumerate(lines, 1) if entry.id in text), 1)
    if listed > 1:
        yield Problem(shown, line, "HIB-163", f"{entry.id} staat er twee keer", "één nummer, één aanbeveling")
    if not used:
        remedy = "een nummer verdwijnt nooit: laat ze staan met status 'ingetrokken'"
        yield Problem(shown, line, "HIB-165", f"{entry.id} staat op geen enkele pagina", remedy)
    for day in (entry.first, *(change.date for change in entry.changes)):
        if day > _today():
            yield Problem(shown, line, "HIB-169", f"de datum {day} bij {entry.id} ligt in de toekomst", "zet de dag van vandaag")
