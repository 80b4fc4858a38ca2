"""The styles and scripts of a page in few files: every file costs a phone a round trip.

One style for what all pages share; of the components of a page (a lesson holds six) one style and one script. Their scripts are
classic and stand apart (each in a function of its own), so one after the other in one file means the same. `make serve` keeps
all of them apart. A file is named after what is in it, so a browser may keep it for good.
"""

import hashlib
import re
from functools import partial
from pathlib import Path

from scripts.publish.pages import change_pages

FOLDER = "assets/components"
_SHARED = re.compile(r'<link rel="stylesheet" href="([^"]*?)(assets/(?:stylesheets/)?(\w+)(?:\.\w+\.min)?\.css)">\s*')
_STYLE = re.compile(rf'<link rel="stylesheet" href="([^"]*?)({FOLDER}/([a-z]+)/\3\.css)">\s*')
_SCRIPT = re.compile(rf'<script defer src="([^"]*?)({FOLDER}/([a-z]+)/\3\.js)"></script>\s*')
_CHARSET = '@charset "UTF-8";'


def bundle(site: Path) -> None:
    """Changes the pages of `site`, and writes a file for each set of styles or scripts that some page holds."""
    change_pages(site, partial(_bundled, site=site))


def _bundled(html: str, site: Path) -> str:
    html = _joined(html, list(_SHARED.finditer(html)), site, '<link rel="stylesheet" href="{}">', "assets/site.{}.css")
    for pattern, end, tag in (
        (_STYLE, "css", '<link rel="stylesheet" href="{}">'),
        (_SCRIPT, "js", '<script defer src="{}"></script>'),
    ):
        # The styles of charts are shared by every page with figures: on their own they can be kept by the browser.
        found = list(pattern.finditer(html))
        for group in ([one for one in found if one[3] == "grafiek"], [one for one in found if one[3] != "grafiek"]):
            html = _joined(html, group, site, tag, f"{FOLDER}/{'-'.join(one[3] for one in group)}.{{}}.{end}")
    return html


def _joined(html: str, found: list[re.Match[str]], site: Path, tag: str, name: str) -> str:
    """The page with one `tag` in place of the first of `found`; `name` has a place for a mark of what is in the file."""
    if not found:
        return html
    path = name.format(_mark(_text(site, found)))
    if not (site / path).exists():
        (site / path).write_text(_text(site, found), encoding="utf-8")
    for match in found[1:]:
        html = html.replace(match[0], "")
    return html.replace(found[0][0], tag.format(found[0][1] + path) + "\n")


def _text(site: Path, found: list[re.Match[str]]) -> str:
    texts = [(site / match[2]).read_text(encoding="utf-8") for match in found]
    return "\n".join(text.removeprefix(_CHARSET) for text in texts)


def _mark(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:8]
