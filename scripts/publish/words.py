"""Every name that an element of this site can bear: what stands on its pages, and what its scripts may write there.

Better a name too many than one too few: `unused` drops the styles for all others.
"""

import re
from dataclasses import dataclass, field
from pathlib import Path

from lxml import html

# These scripts of the theme run in a worker: they never see a page.
_NO_PAGE = ("workers", "lunr")
# What a browser adds by itself.
_TAGS = ("html", "head", "body", "tbody", "colgroup")
_ATTRIBUTES = ("open",)
# What a script only reads or compares with, it does not write.
_READ = re.compile(r"""(?:get|has|remove)Attribute\(["'][\w-]+["']\)|[!=]==?\s*["'][^"']*["']""")
_WORD = re.compile(r"[.#]?[\w-]+")


@dataclass
class Words:
    """Names in lower case. `written`: by scripts; `starts`: what a script puts something behind, such as `md-tag--`."""

    tags: set[str] = field(default_factory=lambda: set(_TAGS))
    classes: set[str] = field(default_factory=set)
    ids: set[str] = field(default_factory=set)
    attributes: set[str] = field(default_factory=lambda: set(_ATTRIBUTES))
    values: set[str] = field(default_factory=set)
    written: set[str] = field(default_factory=set)
    starts: tuple[str, ...] = ()

    def has(self, kind: set[str], name: str) -> bool:
        """Whether an element can bear a name of this kind (`tags`, `classes`, `ids`)."""
        name = name.lower()
        return name in kind or name in self.written or name.startswith(self.starts)

    def has_attribute(self, name: str) -> bool:
        """A script writes `aria-label` also as `ariaLabel`, and `data-md-state` as `dataset.mdState`."""
        names = {name.lower(), _squeezed(name), _squeezed(name).removeprefix("data")}
        return bool(names & self.attributes) or name.lower().startswith(self.starts)

    def has_value(self, value: str) -> bool:
        """Whether some attribute can hold this value, alone or among others; what is no single word, a script may have made."""
        return value.lower() in self.values | self.written or not re.fullmatch(r"[\w-]+", value)

    def has_part(self, part: str) -> bool:
        """Whether some attribute can hold a value with this part."""
        return any(part.lower() in value for value in self.values | self.written)


def words_of(site: Path) -> Words:
    """Of all pages and all scripts below `site`."""
    words = Words()
    for page in site.rglob("*.html"):
        _read_page(words, html.document_fromstring(page.read_bytes()))
    for script in site.rglob("*.js"):
        if not set(script.parts) & set(_NO_PAGE):
            _read_script(words, script.read_text(encoding="utf-8"))
    return words


def _read_page(words: Words, page: html.HtmlElement) -> None:
    for element in page.iter(html.etree.Element):
        words.tags.add(element.tag.lower())
        for name, value in element.attrib.items():
            words.attributes.add(name.lower())
            words.values |= {value.lower(), *value.lower().split()}
        words.classes |= {name.lower() for name in element.classes}
        words.ids.add(element.get("id", "").lower())
        if element.tag == "script":
            _read_script(words, element.text or "")


def _read_script(words: Words, script: str) -> None:
    found = {word.lower() for word in _WORD.findall(_READ.sub("", script))}
    # `.name` and `#name` look for an element, or set a property: that can be an attribute and nothing else.
    written = {word for word in found if word[0] not in ".#"}
    words.written |= written
    words.attributes |= {_squeezed(word.lstrip(".#")) for word in found}
    starts = {word for word in written if word[-1] in "-_" and re.search("[a-z]{3}", word)}
    words.starts = tuple(sorted({*words.starts, *starts}))


def _squeezed(name: str) -> str:
    return name.lower().replace("-", "")
