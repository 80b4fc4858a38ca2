"""The statement on accessibility is at most a year old: what it says was tested then, and readers are owed the newest."""

from collections.abc import Iterator
from datetime import timedelta

from scripts.check.problem import Problem, at
from scripts.content.site import Site
from scripts.statistics.freshness import build_date

PAGE = "naslag/toegankelijkheid.md"
LONGEST = timedelta(days=365)


def check_statement(site: Site) -> Iterator[Problem]:
    """Looks at the date of the build, never at a clock. A site without the page makes no statement."""
    page = site.pages.get(PAGE)
    if page is None or page.meta is None:
        return
    reviewed = page.meta.reviewed
    if reviewed is None:
        yield at(
            page, 1, "HIB-185", "de verklaring over toegankelijkheid heeft geen datum", "geef reviewed, review_by en audience"
        )
    elif build_date() - reviewed > LONGEST:
        remedy = "kijk ze na met de laatste uitkomst van 'make test-all' en zet bij reviewed die dag"
        yield at(page, 1, "HIB-185", f"de verklaring over toegankelijkheid is van {reviewed}: ouder dan een jaar", remedy)
