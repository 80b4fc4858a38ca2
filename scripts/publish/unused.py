"""Rules of a style that no element can match: half of what the theme brings is for parts that this site does not have.

Keeps all it does not understand.
"""

import re
from collections.abc import Iterator, Sequence
from functools import partial

import tinycss2
from tinycss2.ast import Node, QualifiedRule

from scripts.publish.rules import change_rules
from scripts.publish.words import Words

_ANY_OF = ("is", "where", "has")
_COMBINATORS = ("", ">", "+", "~", "*")
_ATTRIBUTE = re.compile(r"""\s*([\w-]+)\s*(?:([~|^$*]?=)\s*["']?([^"']*?)["']?\s*)?""")


def without_unused(css: str, words: Words) -> str:
    """The rules that some element can match, in their order."""
    return change_rules(css, partial(_kept, words=words))


def _kept(rule: QualifiedRule, words: Words) -> str:
    selectors = _possible(rule.prelude, words)
    return f"{selectors}{{{tinycss2.serialize(rule.content)}}}" if selectors else ""


def _possible(prelude: Sequence[Node], words: Words) -> str:
    """The selectors that can match. A browser that does not know one of a list drops the whole list: then it stays whole."""
    selectors = list(_split(prelude))
    kept = [selector for selector in selectors if _can_match(selector, words)]
    if kept and ":-" in tinycss2.serialize(prelude):
        kept = selectors
    return ",".join(tinycss2.serialize(selector).strip() for selector in kept)


def _split(nodes: Sequence[Node]) -> Iterator[list[Node]]:
    """What stands between the commas."""
    part: list[Node] = []
    for node in nodes:
        if node == ",":
            yield part
            part = []
        else:
            part.append(node)
    yield part


def _can_match(selector: Sequence[Node], words: Words) -> bool:
    """False only when a part of the selector asks for what no element is; a namespace we do not look up."""
    if "|" in selector:
        return True
    before = ["", *(token.value if token.type == "literal" else "" for token in selector)]
    return all(_can_be(token, sign, words) for token, sign in zip(selector, before, strict=False))


def _can_be(token: Node, sign: str, words: Words) -> bool:
    """`sign`: the sign right before the token."""
    if token.type == "ident" and sign == ".":
        return words.has(words.classes, token.value)
    if token.type == "ident" and sign in _COMBINATORS:
        return words.has(words.tags, token.value)
    if token.type == "hash":
        return words.has(words.ids, token.value)
    if token.type == "[] block":
        return _attribute_can_be(tinycss2.serialize(token.content), words)
    if token.type == "function" and sign == ":" and token.lower_name in _ANY_OF:
        return any(_can_match(part, words) for part in _split(token.arguments))
    return True


def _attribute_can_be(test: str, words: Words) -> bool:
    found = _ATTRIBUTE.fullmatch(test)
    if not found:
        return True
    name, operator, value = found.groups()
    fits = words.has_value if operator in ("=", "~=") else words.has_part
    return words.has_attribute(name) and (not value or fits(value))
