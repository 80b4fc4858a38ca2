"""How much there is to read on a page, in the words a reader sees."""

import re
from collections.abc import Container

from scripts.content.blocks import read_blocks
from scripts.content.page import Page, without_links

WORDS_PER_MINUTE = 180
_MACRO = re.compile(r"\[\[.*?\]\]|\[@[^\]\n]*\]|\{[:#.][^}]*\}|<[^>]+>|https?://\S+")
_BLOCK_LINE = re.compile(r"^\s*/{3,}.*$")
_WORD = re.compile(r"[^\W\d_]\w*(?:['’-]\w+)*")


def prose_lines(page: Page) -> list[tuple[int, str]]:
    """Line number and text of every line with words for a reader: no macros, options, link addresses or block lines."""
    skipped = set()
    for block in read_blocks(page):
        skipped |= set(block.span if block.name == "trainer" else range(block.line, block.line + 1 + len(block.given)))
    return [
        (line.line, without_links(_MACRO.sub("", line.text)))
        for line in page.lines
        if line.line not in skipped and line.text.strip() and not _BLOCK_LINE.match(line.text)
    ]


def count_words(page: Page, without: Container[int] = ()) -> int:
    """The words a learner reads, but for those on the lines `without`; the notes for trainers never count."""
    return sum(len(_WORD.findall(text)) for line, text in prose_lines(page) if line not in without)


def count_words_on(page: Page, lines: Container[int]) -> int:
    """The words a learner reads on these lines."""
    return sum(len(_WORD.findall(text)) for line, text in prose_lines(page) if line in lines)


def reading_minutes(page: Page) -> int:
    """Whole minutes of reading, at least one."""
    return max(1, round(count_words(page) / WORDS_PER_MINUTE))
