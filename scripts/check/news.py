"""News tells of what is there, and of today or before."""

from collections.abc import Iterator

from scripts.check.problem import Problem, nearest
from scripts.content.news import SOURCE, NewsItem
from scripts.content.site import Site
from scripts.content.yaml_file import line_of, read_text
from scripts.statistics.freshness import build_date


def check_news(site: Site) -> Iterator[Problem]:
    seen = set[str]()
    for number, item in enumerate(site.news):
        for code, key, what, remedy in _faults(site, item, seen):
            line = line_of(read_text(site.docs / SOURCE), (number, key))
            yield Problem(f"{site.docs.name}/{SOURCE}", line, code, what, remedy)
        seen.add(item.id)


def _faults(site: Site, item: NewsItem, seen: set[str]) -> Iterator[tuple[str, str, str, str]]:
    """Code, key, what and remedy of each."""
    pages = [path for path in site.files if path.endswith((".md", ".ipynb"))]
    if item.date > build_date():
        yield "HIB-182", "date", f"'{item.date}' moet nog komen", "zet de dag waarop het op de site kwam"
    if item.page not in pages:
        yield "HIB-183", "page", f"'{item.page}' bestaat niet", nearest(item.page, pages)
    if item.id in seen:
        yield "HIB-184", "id", f"'{item.id}' staat er al", "geef elk nieuwtje een eigen id, en verander dat nooit"
