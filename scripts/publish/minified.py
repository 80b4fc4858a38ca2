"""What a phone gets without what it does not need: the comments in our scripts and styles, and the indentation of pages."""

import re
from pathlib import Path

import rcssmin
import rjsmin

from scripts.publish.pages import change_pages

# The theme's own files come minified.
FOLDERS = ("assets", "assets/components", "assets/components/*")
# There every space counts: it is shown, or a script's hash is counted over it.
_EXACT = re.compile(r"(<(pre|textarea|script|style)\b.*?</\2>)", re.DOTALL | re.IGNORECASE)
_BREAK = re.compile(r"[ \t]*\n\s*")


def minify(site: Path) -> None:
    """Changes the files in place."""
    for folder in FOLDERS:
        for path in site.glob(f"{folder}/*.js"):
            path.write_text(rjsmin.jsmin(path.read_text(encoding="utf-8")), encoding="utf-8")
        for path in site.glob(f"{folder}/*.css"):
            path.write_text(rcssmin.cssmin(path.read_text(encoding="utf-8")), encoding="utf-8")
    change_pages(site, without_indentation)


def without_indentation(html: str) -> str:
    """Where templates leave many lines and spaces one line break remains: to a browser the same."""
    parts = _EXACT.split(html)
    # Of every three parts the second is an exact one, and the third its tag.
    return "".join(_BREAK.sub("\n", part) if number % 3 == 0 else part for number, part in enumerate(parts) if number % 3 < 2)
