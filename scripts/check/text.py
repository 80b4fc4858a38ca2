"""Headings, pictures and words of one page."""

import re
from collections.abc import Iterator

from scripts.check.problem import Problem, at, of
from scripts.content.macros import read_macros
from scripts.content.page import Page
from scripts.content.site import Site

_SENSITIVE = re.compile(r"zelfdoding|zelfmoord|suïcid|suicid|zelfverwonding|misbruik|mishandeling", re.IGNORECASE)
# The right-hand column of the word list: only words that are wrong wherever they stand outside a quotation.
_AVOID = {
    "zelfmoord plegen": "sterven door zelfdoding",
    "zelfmoordpoging": "poging tot zelfdoding",
    "gameverslaafd": "veel online",
    "schermverslaafd": "veel online",
    "zorgmijder": "nog geen vraag uitgesproken",
    "hulpweigeraar": "nog geen vraag uitgesproken",
    "meldcode": "een Vlaams woord: verontrusting",
    "veilig thuis": "een Vlaamse dienst",
    "wijkteam": "een Vlaamse dienst",
    "jeugdzorg": "jeugdhulp",
}
_QUOTED = re.compile(r"[“‘\"][^”’\"]*[”’\"]")


def check_text(site: Site) -> Iterator[Problem]:
    for page in site.pages.values():
        if page.error:
            yield of(page.error, "HIB-010")
        yield from _headings(page)
        yield from _pictures(page)
        yield from _help_box(page)
        yield from _words(page)


def _headings(page: Page) -> Iterator[Problem]:
    tops = [heading for heading in page.headings if heading.level == 1]
    if len(tops) != 1:
        line = tops[1] if tops else page.first_line
        yield at(page, line, "HIB-011", f"{len(tops)} koppen met één #", "geef de pagina precies één kop met #")
    for before, heading in zip(page.headings, page.headings[1:], strict=False):
        if heading.level > before.level + 1:
            yield at(
                page,
                heading,
                "HIB-012",
                f"na niveau {before.level} volgt niveau {heading.level}",
                f"gebruik {'#' * (before.level + 1)}",
            )


def _pictures(page: Page) -> Iterator[Problem]:
    for found, description in page.images:
        if not description.strip():
            yield at(page, found, "HIB-013", f"geen beschrijving bij {found.text}", "zet tussen [ en ] wat er te zien is")


def _help_box(page: Page) -> Iterator[Problem]:
    sensitive = next((line for line in page.lines if _SENSITIVE.search(line.text)), None)
    if sensitive and not any(call.text == "hulp" for call in read_macros(page)[0]):
        yield at(page, sensitive, "HIB-080", "hier gaat het over zelfdoding of misbruik", "zet bovenaan [[ hulp() ]]")


def _words(page: Page) -> Iterator[Problem]:
    for line in page.lines:
        text = _QUOTED.sub("", line.text).lower()
        for word, better in _AVOID.items():
            if word in text:
                yield at(page, line, "HIB-081", f"'{word}'", f"schrijf: {better}")
