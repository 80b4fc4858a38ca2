"""Custom properties that nothing reads, such as the icons (drawings in the style itself) of parts that a site does not have."""

import re
from collections.abc import Mapping
from functools import partial

import tinycss2
from tinycss2.ast import Declaration, QualifiedRule

from scripts.publish.rules import change_rules

_NAME = re.compile(r"--[\w-]+")
_READ = re.compile(r"var\(\s*(--[\w-]+)")


def without_unread(sheets: Mapping[str, str], elsewhere: str) -> dict[str, str]:
    """The sheets without custom properties that neither they read nor `elsewhere` (other styles, scripts, pages) names."""
    read = {*_NAME.findall(elsewhere), *(name for css in sheets.values() for name in _READ.findall(css))}
    kept = {key: change_rules(css, partial(_kept, read=read)) for key, css in sheets.items()}
    # One that was read only by one that is gone now goes in the next round.
    return kept if kept == sheets else without_unread(kept, elsewhere)


def _kept(rule: QualifiedRule, read: set[str]) -> str:
    """The rule; as it is when there is more in it than declarations."""
    parts = tinycss2.parse_blocks_contents(rule.content, skip_comments=True, skip_whitespace=True)
    if not all(isinstance(part, Declaration) for part in parts):
        return str(rule.serialize())
    kept = [part.serialize() for part in parts if not part.name.startswith("--") or part.name in read]
    return f"{tinycss2.serialize(rule.prelude)}{{{';'.join(kept)}}}" if kept else ""
