"""The block lines of a page (`/// name | title`, options, `///`), paired by the rules of pymdownx.blocks.

pymdownx leaves a block it cannot read in the page as text, and an unclosed one swallows the rest of the page, both in silence:
therefore this reads the lines themselves.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

import yaml

from scripts.content.page import Found, Page, anchor_of
from scripts.content.yaml_file import SAFE_LOADER

_OPEN = re.compile(r"^\s*(/{3,})[ ]*([\w-]+)[ ]*(?:\|[ ]*(.*?)[ ]*)?$")
_CLOSE = re.compile(r"^\s*(/{3,})[ ]*$")
_OPTION = re.compile(r"^\s{4,}\S")


@dataclass(eq=False)
class Block:
    """An opened block; `end` is the line of its closing slashes, None when there is none. `options` is None when unreadable."""

    line: int
    slashes: int
    name: str
    title: str
    options: dict[str, Any] | None
    end: int | None = None
    inner: list["Block"] = field(default_factory=list)

    @property
    def given(self) -> dict[str, Any]:
        """The options an author gave; none when they are unreadable."""
        return self.options or {}

    @property
    def span(self) -> range:
        """The numbers of its lines, first and last included; an unclosed block has only its first."""
        return range(self.line, (self.end or self.line) + 1)

    @property
    def inside(self) -> range:
        """The numbers of the lines between its first and its last."""
        return self.span[1:-1]


@dataclass(frozen=True)
class Blocks:
    """The outermost blocks of a page, and the closing lines that close nothing."""

    outer: list[Block]
    stray: list[Found]

    def __iter__(self) -> Iterator[Block]:
        todo = list(self.outer)
        while todo:
            block = todo.pop(0)
            yield block
            todo[:0] = block.inner


def quiz_id(title: str, given: str = "") -> str:
    """The id of a question on its page."""
    return f"quiz-{given or anchor_of(title)[:60].strip('-')}"


def oefening_id(title: str) -> str:
    """The id of an exercise on its page: by it a trainer leaves it out of a session."""
    return f"oefening-{anchor_of(title)}"


def invulblad_id(given: str) -> str:
    """The id of a sheet on its page, from the one its author gave."""
    return f"blad-{given}"


def teamkaart_id(title: str) -> str:
    """The id of a card for a team meeting on its page."""
    return f"kaart-{anchor_of(title)}"


def stands_in(block: Block, name: str, blocks: Iterable[Block]) -> bool:
    """Whether one of `blocks` called `name` holds `block` directly."""
    return any(outer.name == name and block in outer.inner for outer in blocks)


@lru_cache(maxsize=4096)
def read_blocks(page: Page) -> Blocks:
    """All blocks of `page`, also the faulty ones; read once, because checks, macros and exports all ask."""
    outer: list[Block] = []
    stray: list[Found] = []
    open_blocks: list[Block] = []
    for index, line in enumerate(page.lines):
        if match := _OPEN.match(line.text):
            block = Block(line.line, len(match[1]), match[2].lower(), match[3] or "", _options(page.lines[index + 1 :]))
            (open_blocks[-1].inner if open_blocks else outer).append(block)
            open_blocks.append(block)
        elif match := _CLOSE.match(line.text):
            if open_blocks and open_blocks[-1].slashes == len(match[1]):
                open_blocks.pop().end = line.line
            else:
                stray.append(Found(line.line, line.text.strip()))
    return Blocks(outer, stray)


def _options(lines: list[Found]) -> dict[str, Any] | None:
    """The YAML-like lines right under the opening line; None when they are no key: value pairs."""
    text = []
    for line in lines:
        if not _OPTION.match(line.text):
            break
        text.append(line.text)
    try:
        options = yaml.load("\n".join(text), Loader=SAFE_LOADER) if text else {}  # noqa: S506 - a SafeLoader
    except yaml.YAMLError:
        return None
    return options if isinstance(options, dict) else None
