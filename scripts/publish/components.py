"""The styles and scripts of a page's components as one file each: every file costs a phone a round trip.

A lesson holds six components. Their scripts are classic and stand apart (each in a function of its own), so one after the other
in one file means the same. `make serve` keeps them apart.
"""

import re
from functools import partial
from pathlib import Path

from scripts.publish.pages import change_pages

FOLDER = "assets/components"
_STYLE = re.compile(rf'<link rel="stylesheet" href="([^"]*?)({FOLDER}/([a-z]+)/\3\.css)">\s*')
_SCRIPT = re.compile(rf'<script defer src="([^"]*?)({FOLDER}/([a-z]+)/\3\.js)"></script>\s*')


def join_components(site: Path) -> None:
    """Changes the pages of `site`, and writes a file for each set of components that some page holds."""
    change_pages(site, partial(_join, site=site))


def _join(html: str, site: Path) -> str:
    for pattern, end, tag in (
        (_STYLE, "css", '<link rel="stylesheet" href="{}">'),
        (_SCRIPT, "js", '<script defer src="{}"></script>'),
    ):
        # The styles of charts are shared by every page with figures: on their own they can be kept by the browser.
        found = [match for match in pattern.finditer(html) if match[3] != "grafiek"]
        if len(found) > 1:
            bundle = f"{FOLDER}/{'-'.join(match[3] for match in found)}.{end}"
            _write(site, bundle, [match[2] for match in found])
            html = html.replace(found[0][0], tag.format(found[0][1] + bundle) + "\n")
            for match in found[1:]:
                html = html.replace(match[0], "")
    return html


def _write(site: Path, bundle: str, parts: list[str]) -> None:
    if not (site / bundle).exists():
        texts = [(site / part).read_text(encoding="utf-8") for part in parts]
        (site / bundle).write_text("\n".join(texts), encoding="utf-8")
