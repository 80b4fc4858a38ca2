"""`robots.txt`: everything may be read, and the list of all pages stands in the sitemap."""

from pathlib import Path

NAME = "robots.txt"


def write_robots(site: Path, root: str) -> None:
    """`root`: the address of the site. Crawlers read the file only at the root of a domain; below one it does no harm."""
    (site / NAME).write_text(f"User-agent: *\nAllow: /\n\nSitemap: {root}sitemap.xml\n", encoding="utf-8", newline="\n")
