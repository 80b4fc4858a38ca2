"""A new recommendation: the next free number in the register, and a block after the others on the page of its level."""

import re
from pathlib import Path
from typing import get_args

from scripts.authoring.pages import append, filled, today
from scripts.content.blocks import read_blocks
from scripts.content.page import read_page
from scripts.content.recommendations import BLOCK, REGISTER, Level

LEVELS: tuple[str, ...] = get_args(Level)
_NUMBER = re.compile(r"^- id: AANB-(\d\d)$", re.MULTILINE)


def recommendation_fault(project: Path, level: str) -> str:
    """Why it cannot be made, in one sentence; empty when it can."""
    if level not in LEVELS:
        return f"Niveau '{level}' bestaat niet. Kies uit: {', '.join(LEVELS)}."
    if not (project / "docs" / page_of(level)).exists():
        return f"Maak eerst docs/{page_of(level)} (kopieer docs/beleid/lokaal.md)."
    if _next_number(project) > 99:
        return "Alle nummers tot AANB-99 zijn gebruikt."
    return ""


def write_recommendation(project: Path, level: str) -> Path:
    number = f"AANB-{_next_number(project):02}"
    page = project / "docs" / page_of(level)
    read = read_page(project / "docs", page_of(level))
    ends = [block.span[-1] for block in read_blocks(read) if block.name == BLOCK]
    lines = page.read_text(encoding="utf-8").split("\n")
    after = max(ends, default=len(lines))
    lines[after:after] = ["", *filled("aanbeveling.md", number, NIVEAU=level).rstrip("\n").split("\n")]
    page.write_text("\n".join(lines), encoding="utf-8")
    append(project / "docs" / REGISTER, f"- id: {number}\n  page: {page_of(level)}\n  first: {today()}\n")
    return page


def page_of(level: str) -> str:
    return f"beleid/{level}.md"


def _next_number(project: Path) -> int:
    """One more than the highest ever given: a number is never used again."""
    text = (project / "docs" / REGISTER).read_text(encoding="utf-8")
    return max((int(number) for number in _NUMBER.findall(text)), default=0) + 1
