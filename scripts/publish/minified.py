"""Our own scripts and styles without their comments and indentation: those are for who reads the source, not for a phone."""

from pathlib import Path

import rcssmin
import rjsmin

# The theme's own files come minified.
FOLDERS = ("assets", "assets/components", "assets/components/*")


def minify(site: Path) -> None:
    """Changes the files in place."""
    for folder in FOLDERS:
        for path in site.glob(f"{folder}/*.js"):
            path.write_text(rjsmin.jsmin(path.read_text(encoding="utf-8")), encoding="utf-8")
        for path in site.glob(f"{folder}/*.css"):
            path.write_text(rcssmin.cssmin(path.read_text(encoding="utf-8")), encoding="utf-8")
