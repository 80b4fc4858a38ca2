"""The script of the theme after the first picture of a page: a phone works longer on it than on all else, and reads first."""

import re
from pathlib import Path

from scripts.publish.pages import change_pages

_THEME = re.compile(r'<script src="([^"]*assets/javascripts/bundle\.[^"]*\.js)"></script>')
# Asked for only then: beside the styles it would hold up the picture. The second frame starts when the first is on its way to the
# screen. The same text on every page: the policy counts one script.
_LATER = (
    r'<script data-later="\1">{const s=document.createElement("script");s.src=document.currentScript.dataset.later;'
    "requestAnimationFrame(()=>requestAnimationFrame(()=>setTimeout(()=>document.body.append(s))))}</script>"
)


def run_theme_later(site: Path) -> None:
    """Raises ValueError when no page has the script where the theme had it."""
    if not change_pages(site, lambda html: _THEME.sub(_LATER, html)):
        raise ValueError("no page loads the script of the theme as before")
