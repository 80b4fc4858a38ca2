"""One page of `docs/`: what an author wrote, each thing with its line in the file."""

import re
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from pymdownx.slugs import slugify

from scripts.content import front_matter
from scripts.content.yaml_file import read_text
from scripts.errors import ContentError

_FENCE = re.compile(r"^\s*(`{3,}|~{3,})")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_CODE = re.compile(r"(`+)(?!`).+?(?<!`)\1(?!`)")
_HEADING = re.compile(r"^(#{1,6})\s+(.*?)\s*#*\s*$")
_CITATION = re.compile(r"\[(@[^\]\n]*)\]")
_LINK = re.compile(r"(?<!!)\[(?:[^\[\]]|\[[^\[\]]*\])*\]\(\s*<?([^)\s>]+)>?(?:\s+\"[^\"]*\")?\s*\)")
_IMAGE = re.compile(r"!\[([^\]]*)\]\(\s*<?([^)\s>]+)>?[^)]*\)")
_ATTRIBUTE_ID = re.compile(r"\{[^}]*#([\w-]+)[^}]*\}")
_HTML_ID = re.compile(r"\bid=[\"']([^\"']+)[\"']")
# The option of a block `aanbeveling`; its heading has that anchor.
_RECOMMENDATION_ID = re.compile(r"^ {4,}id: *(AANB-\d\d) *$", re.MULTILINE)
_INLINE_LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")

# The same function as mkdocs.yml gives to `toc`, so that anchors here are the anchors there.
_slug = slugify(case="lower")


@dataclass(frozen=True)
class Found:
    """Something an author wrote, and the line of the file where it stands."""

    line: int
    text: str


@dataclass(frozen=True)
class Heading(Found):
    level: int
    anchor: str


@dataclass(frozen=True, eq=False)
class Page:
    """A Markdown page. `path` is relative to docs/, `file` is how messages name it."""

    path: str
    file: str
    body: str = field(repr=False)
    first_line: int
    meta: Any
    error: ContentError | None

    @cached_property
    def lines(self) -> list[Found]:
        """The lines of the body that are Markdown: code fences and comments are blanked, numbers kept."""
        return list(_outside_code(self.body, self.first_line))

    @cached_property
    def headings(self) -> list[Heading]:
        """Headings in order, with the anchor the site gives them."""
        seen: dict[str, int] = {}
        found = []
        for line in self.lines:
            if match := _HEADING.match(line.text):
                found.append(Heading(line.line, _plain(match[2]), len(match[1]), _anchor(match[2], seen)))
        return found

    @cached_property
    def anchors(self) -> set[str]:
        """Every place on this page a link can point to."""
        text = "\n".join(line.text for line in self.lines)
        own = {number.lower() for number in _RECOMMENDATION_ID.findall(text)}
        return {one.anchor for one in self.headings} | set(_ATTRIBUTE_ID.findall(text)) | set(_HTML_ID.findall(text)) | own

    @cached_property
    def citations(self) -> list[Found]:
        """Each key between `[@` and `]`, one entry a key, without its `@`."""
        return [
            Found(line.line, key.strip().removeprefix("@"))
            for line in self.lines
            for match in _CITATION.finditer(_CODE.sub("", line.text))
            for key in match[1].split(";")
        ]

    @cached_property
    def links(self) -> list[Found]:
        """The target of each Markdown link and image."""
        return [
            Found(line.line, target)
            for line in self.lines
            for text in [_CODE.sub("", line.text)]
            for target in [*_LINK.findall(text), *(image[1] for image in _IMAGE.findall(text))]
        ]

    @cached_property
    def images(self) -> list[tuple[Found, str]]:
        """Each Markdown image with its alternative text."""
        return [(Found(line.line, image[1]), image[0]) for line in self.lines for image in _IMAGE.findall(line.text)]


def read_page(docs: Path, path: str) -> Page:
    """The page `path` of `docs`; a fault in its front matter is kept in `error`, the rest is read all the same."""
    file = f"{docs.name}/{path}"
    try:
        text = read_text(docs / path)
    except ContentError as error:
        return Page(path, file, "", 1, None, ContentError(file, error.line, error.what, error.remedy))
    _, body, first_line = front_matter.split(text)
    try:
        return Page(path, file, body, first_line, front_matter.parse(text, file), None)
    except ContentError as error:
        return Page(path, file, body, first_line, None, error)


def _outside_code(body: str, first_line: int) -> list[Found]:
    body = _COMMENT.sub(lambda comment: "\n" * comment[0].count("\n"), body)
    lines = []
    fence = ""
    for number, text in enumerate(body.split("\n"), first_line):
        mark = _FENCE.match(text)
        if fence:
            closes = mark and mark[1].startswith(fence) and text.strip() == mark[1]
            lines.append(Found(number, ""))
            fence = "" if closes else fence
        elif mark:
            fence = mark[1]
            lines.append(Found(number, ""))
        else:
            lines.append(Found(number, text))
    return lines


def _plain(heading: str) -> str:
    text = _CITATION.sub("", _ATTRIBUTE_ID.sub("", heading))
    return re.sub(r"[*`]|(?<!\w)_|_(?!\w)", "", without_links(text)).strip()


def without_links(text: str) -> str:
    """The text with the words of its links and pictures in their place."""
    return _INLINE_LINK.sub(r"\1", text)


def anchor_of(text: str) -> str:
    """The anchor of a title, as the site makes them."""
    return str(_slug(text, "-"))


def _anchor(heading: str, seen: dict[str, int]) -> str:
    """The anchor python-markdown's `toc` gives: the author's own, or the slug, numbered when it is taken."""
    if own := _ATTRIBUTE_ID.search(heading):
        return own[1]
    slug = _slug(_plain(heading), "-")
    seen[slug] = seen.get(slug, -1) + 1
    return f"{slug}_{seen[slug]}" if seen[slug] else slug
