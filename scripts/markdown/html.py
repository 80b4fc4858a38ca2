"""Text made safe to stand in a page, whoever wrote it."""

import re
from collections.abc import Iterable

# Controls that turn the direction of the rest of the line around, or are invisible: an unbalanced one garbles its surroundings.
_CONTROLS = re.compile("[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
# Every sign that HTML, Markdown, Jinja, our citations or our blocks could take for a command.
_COMMANDS = re.compile(r"[&<>\"'`*_\[\]{}\\#@|~^=!$+]|/(?=//)")


def safe(value: object) -> str:
    """`value` as text that means only itself, in HTML, in an attribute and inside Markdown."""
    return _COMMANDS.sub(lambda sign: f"&#{ord(sign[0])};", plain(value))


def plain(value: object) -> str:
    """`value` on one line, without signs that cannot be seen."""
    return " ".join(_CONTROLS.sub("", str(value)).split())


def link(href: str, content: str, **attributes: str) -> str:
    """An `<a>`; `content` is HTML, `href` and the attributes are plain text."""
    extra = "".join(f' {name.rstrip("_").replace("_", "-")}="{safe(value)}"' for name, value in attributes.items())
    return f'<a href="{safe(href)}"{extra}>{content}</a>'


def scrolling_table(
    title: str, heads: Iterable[str], rows: str, style: str = "tabel tabel--tekst", *, kind: str = "", searched: bool = True
) -> str:
    """A table in a region that scrolls by itself; `title` and `heads` are plain text, `rows` the HTML of its body.

    `kind` is a class for the table itself; search passes over what is not `searched`.
    """
    columns = "".join(f'<th scope="col">{safe(head)}</th>' for head in heads)
    unsearched = "" if searched else " data-search-exclude"
    table = f'<table class="{kind}">' if kind else "<table>"
    return (
        f'<div class="{style}" role="region" tabindex="0" aria-label="{safe(title)}"{unsearched}>'
        f"{table}<caption>{safe(title)}</caption><thead><tr>{columns}</tr></thead><tbody>{rows}</tbody></table></div>"
    )
