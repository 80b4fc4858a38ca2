"""The style rules of a stylesheet, changed one by one; what stands around them stays."""

from collections.abc import Callable, Iterable

import tinycss2
from tinycss2.ast import AtRule, Node, QualifiedRule

# At-rules that hold rules. Not `layer`: an empty one still says where it stands among the others.
_GROUPS = ("media", "supports", "container")


def change_rules(css: str, change: Callable[[QualifiedRule], str]) -> str:
    """`css` with what `change` makes of each rule; as it is when a browser would trip over a part of it."""
    rules = tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True)
    return css if _is_odd(rules) else "".join(_changed(rule, change) for rule in rules)


def _changed(rule: Node, change: Callable[[QualifiedRule], str]) -> str:
    if isinstance(rule, QualifiedRule):
        return change(rule)
    if isinstance(rule, AtRule) and rule.lower_at_keyword in _GROUPS and rule.content is not None:
        inner = change_rules(tinycss2.serialize(rule.content), change)
        return f"@{rule.at_keyword}{tinycss2.serialize(rule.prelude)}{{{inner}}}" if inner else ""
    return str(rule.serialize())


def _is_odd(nodes: Iterable[Node]) -> bool:
    return any(node.type == "error" or any(_is_odd(part) for part in _parts(node)) for node in nodes)


def _parts(node: Node) -> list[Iterable[Node]]:
    return [part for name in ("prelude", "content", "arguments") if (part := getattr(node, name, None))]
