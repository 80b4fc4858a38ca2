"""The theme's styles, with only what this site can use. It drops whole rules and properties, and changes none."""

import re
from pathlib import Path

from scripts.publish.properties import without_unread
from scripts.publish.unused import without_unused
from scripts.publish.words import words_of

FOLDER = "assets/stylesheets"
_FILE = re.compile(r"""url\(\s*(?!["']?(?:data:|#))""", re.IGNORECASE)


def lighten_theme(site: Path) -> None:
    """Changes the files in place. Raises ValueError when they name a file: `bundle` would move them away from it."""
    words = words_of(site)
    paths = sorted((site / FOLDER).glob("*.css"))
    sheets = {path.name: path.read_text(encoding="utf-8") for path in paths}
    if any(_FILE.search(css) for css in sheets.values()):
        raise ValueError(f"the theme's styles in {FOLDER} ask for a file of their own, and cannot be moved")
    used = {name: without_unused(css, words) for name, css in sheets.items()}
    for name, css in without_unread(used, _others(site)).items():
        (site / FOLDER / name).write_text(css, encoding="utf-8")


def _others(site: Path) -> str:
    """All that may name a property of the theme: pages, scripts and our own styles."""
    paths = [path for end in ("html", "js", "css") for path in sorted(site.rglob(f"*.{end}")) if path.parent != site / FOLDER]
    return "\n".join(path.read_text(encoding="utf-8") for path in paths)
