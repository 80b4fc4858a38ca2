"""What `new` made is filled in before it is published: its templates say "schrijf hier", and no reader may see that."""

import re
from collections.abc import Iterator

from pydantic import BaseModel

from scripts.check.problem import Problem, at
from scripts.content.page import Page
from scripts.content.site import Site

WORDS = "schrijf hier"
_WORDS = re.compile(WORDS, re.IGNORECASE)


def check_unfinished(site: Site) -> Iterator[Problem]:
    for page in site.pages.values():
        yield from (_problem(page, number) for number in sorted(_lines(page)))
    for name, indicator in site.indicators.items():
        if _WORDS.search(indicator.model_dump_json()):
            what = f"'{name}' is nog niet ingevuld: er staat '{WORDS}'"
            yield Problem(
                f"{site.docs.name}/bronnen/indicatoren.yml", 1, "HIB-186", what, "vul title, definition, dataset en query in"
            )


def _lines(page: Page) -> set[int]:
    """Where it stands; line 1 for the front matter."""
    front = isinstance(page.meta, BaseModel) and _WORDS.search(page.meta.model_dump_json())
    return {line.line for line in page.lines if _WORDS.search(line.text)} | ({1} if front else set())


def _problem(page: Page, line: int) -> Problem:
    where = "in de front matter" if line == 1 else "op deze regel"
    return at(page, line, "HIB-186", f"er staat nog '{WORDS}' {where}", "schrijf de tekst, of haal de regel weg")
