"""Who sees only titles or descriptions, in a list of results or in tabs, can tell any two pages apart."""

from collections.abc import Callable, Iterator

from scripts.check.problem import Problem, at
from scripts.content.page import Page
from scripts.content.site import Site


def check_uniqueness(site: Site) -> Iterator[Problem]:
    yield from _repeated(site, "HIB-180", "title", lambda page: str(page.meta.title))
    yield from _repeated(site, "HIB-181", "description", lambda page: str(page.meta.description))


def _repeated(site: Site, code: str, key: str, said: Callable[[Page], str]) -> Iterator[Problem]:
    """Capitals and spaces make no difference to a reader."""
    first: dict[str, Page] = {}
    for page in site.pages.values():
        if page.meta is not None:
            other = first.setdefault(" ".join(said(page).casefold().split()), page)
            if other is not page:
                yield at(page, 1, code, f"'{said(page)}' staat ook op {other.file}", f"geef deze pagina een eigen '{key}'")
