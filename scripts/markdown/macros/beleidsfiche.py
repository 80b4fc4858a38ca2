"""`[[ beleidsfiche("lokaal") ]]`: the recommendations of one level for two sheets of paper: each with its first step and measure.

It gives Markdown, so that citations stay citations. The figures are the page's own.
"""

import posixpath
import re

from jinja2 import StrictUndefined, TemplateError
from markupsafe import Markup

from scripts.content.macros import jinja
from scripts.content.recommendations import Recommendation
from scripts.content.site import Site
from scripts.errors import ContentError
from scripts.markdown.figures import day
from scripts.markdown.html import link, safe
from scripts.markdown.macros.aanbevelingen import recommendation_link
from scripts.markdown.macros.cijfer import cijfer
from scripts.markdown.place import Place
from scripts.markdown.recommendation import LEVELS

PARTS = ("Eerste stap dit kwartaal", "Hoe meten")
TEXT = {"print": "Druk deze fiche af", "also": "Raken ook dit niveau", "proposal": "voorstellen van deze site"}
_PAGE_LINK = re.compile(r"(?<!!)\[([^\[\]]+)\]\(([^)\s:#]*\.(?:md|ipynb))(?:#([\w-]+))?\)")
_OWN_LINK = re.compile(r"(?<!!)\[([^\[\]]+)\]\(#([\w-]+)\)")


def beleidsfiche(site: Site, place: Place, level: str) -> str:
    """Raises ContentError for a level that does not exist or has no recommendation yet."""
    valid = [one for one in site.recommendations if one.facts.status != "ingetrokken"]
    own = [one for one in valid if one.facts.level[0] == level]
    if not own:
        known = ", ".join(sorted({one.facts.level[0] for one in valid})) or "er zijn nog geen aanbevelingen"
        raise ContentError(f"{site.docs.name}/beleid", 1, f"geen aanbevelingen voor niveau '{level}'", f"kies uit: {known}")
    latest = max(one.facts.date for one in own)
    state = f"Niveau: {safe(LEVELS[level])} · {TEXT['proposal']} · stand van {day(latest)}"
    parts = [f'<p class="fiche">{state}</p>', f'<p><site-druk data-label="{TEXT["print"]}"></site-druk></p>']
    parts += [_recommendation(site, place, one) for one in own]
    if also := [one for one in valid if level in one.facts.level[1:]]:
        items = "".join(f"<li>{recommendation_link(one, place)}</li>" for one in also)
        parts.append(f"## {TEXT['also']} {{#ook}}\n\n<ul>{items}</ul>")
    return "\n\n".join(parts)


def _recommendation(site: Site, place: Place, one: Recommendation) -> str:
    title = link(place.to(one.page.path, one.facts.anchor), one.facts.id)
    texts = [f"**{label}.** {_moved(site, place, one, one.part(label))}" for label in PARTS]
    return "\n\n".join([f"## {title} {safe(one.title)} {{#fiche-{one.facts.anchor}}}", *texts])


def _moved(site: Site, place: Place, one: Recommendation, text: str) -> str:
    """The Markdown of a part as it means the same on another page: its links, and the figures it names."""

    def to_page(match: re.Match[str]) -> str:
        target = posixpath.normpath(posixpath.join(posixpath.dirname(one.page.path), match[2]))
        return link(place.to(target, match[3] or ""), match[1])

    def to_here(match: re.Match[str]) -> str:
        return link(place.to(one.page.path, match[2]), match[1])

    return _OWN_LINK.sub(to_here, _PAGE_LINK.sub(to_page, _with_figures(site, place, one, text)))


def _with_figures(site: Site, place: Place, one: Recommendation, text: str) -> str:
    known = {"cijfer": lambda *given, **options: Markup(cijfer(site, place, *given, **options))}  # noqa: S704 - our own HTML
    try:
        return jinja.overlay(undefined=StrictUndefined).from_string(text).render(known)
    except TemplateError as error:
        what = f"{one.facts.id}: in '{PARTS[0]}' en '{PARTS[1]}' kan alleen de macro cijfer staan"
        raise ContentError(one.page.file, one.line, what, "zet een kaart of grafiek op de pagina zelf") from error
