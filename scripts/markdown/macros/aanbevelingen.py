"""`[[ aanbevelingen() ]]`: every recommendation, by level, to filter; `[[ wijzigingen() ]]`: what changed when.

`aanbevelingen` gives Markdown, so that its headings stand in the table of contents.
"""

from datetime import date

from scripts.content.recommendations import Recommendation, Registered
from scripts.content.site import Site
from scripts.markdown.figures import day
from scripts.markdown.html import link, safe
from scripts.markdown.place import Place
from scripts.markdown.recommendation import DOMAINS, LEVELS, ROLES, fact_words

TEXT = {
    "filter": "Aanbevelingen kiezen",
    "everything": "alles",
    "noun": "aanbevelingen",
    "none": "Geen aanbeveling past bij deze keuze. Zet een van de drie op 'alles'.",
    "empty": "Er zijn nog geen aanbevelingen.",
    "added": "Toegevoegd",
}
CHOICES = {"level": ("Niveau", LEVELS), "domain": ("Domein", DOMAINS), "role": ("Voor wie", ROLES)}
# The rest of what stands under the title of a recommendation is on its own page.
SHOWN = ("Niveau", "Domein", "Voor wie")


def aanbevelingen(site: Site, place: Place) -> str:
    """A list per level, each with a heading that can be linked to; a script only hides what does not fit."""
    groups = {level: [one for one in site.recommendations if one.facts.level[0] == level] for level in LEVELS}
    filled = {level: found for level, found in groups.items() if found}
    if not filled:
        return f"<p>{TEXT['empty']}</p>"
    parts = [_filter(list(filled))]
    for level, found in filled.items():
        parts.append(f"## {LEVELS[level][:1].upper()}{LEVELS[level][1:]} {{#{level}}}")
        items = "".join(_item(one, place) for one in found)
        parts.append(f'<ul class="aanbevelingen" id="lijst-{level}">{items}</ul>')
    return "\n\n".join(parts)


def _filter(levels: list[str]) -> str:
    choices = " ".join(_choice(name, title, words) for name, (title, words) in CHOICES.items())
    lists = " ".join(f"lijst-{level}" for level in levels)
    return (
        f'<div><site-filter class="filter" role="group" aria-label="{TEXT["filter"]}" data-list="{lists}"'
        f' data-noun="{TEXT["noun"]}" data-none="{safe(TEXT["none"])}">'
        f'<form hidden data-needs-script autocomplete="off">{choices}<p role="status"></p></form></site-filter></div>'
    )


def _choice(name: str, title: str, words: dict[str, str]) -> str:
    options = "".join(f'<option value="{code}">{safe(word)}</option>' for code, word in words.items())
    everything = f'<option value="">{TEXT["everything"]}</option>'
    return f'<label>{title} <select name="{name}">{everything}{options}</select></label>'


def _item(one: Recommendation, place: Place) -> str:
    facts = one.facts
    data = "".join(f' data-{name}="{" ".join(getattr(facts, name))}"' for name in CHOICES)
    words = fact_words(facts)
    changed = ["Status"] if facts.status != "voorstel" else []
    said = "".join(f"<li>{name}: {safe(words[name])}</li>" for name in (*SHOWN, *changed)) + f"<li>Sterkte: {facts.strength}</li>"
    return f'<li{data}><p>{recommendation_link(one, place)}</p><ul class="aanbevelingen__facts">{said}</ul></li>'


def recommendation_link(one: Recommendation, place: Place) -> str:
    """Number and title, leading to the recommendation on its page."""
    return link(place.to(one.page.path, one.facts.anchor), f"{one.facts.id} {safe(one.title)}")


def wijzigingen(site: Site, place: Place) -> str:
    """The days on which something changed, newest first; what was new on a day stands in one line."""
    days = sorted({entry.first for entry in site.register} | {one.date for entry in site.register for one in entry.changes})
    if not days:
        return f"<p>{TEXT['empty']}</p>"
    rows = "".join(f"<dt>{day(one)}</dt>{_changes(site.register, place, one)}" for one in reversed(days))
    return f'<dl class="wijzigingen">{rows}</dl>'


def _changes(register: list[Registered], place: Place, on: date) -> str:
    entries = sorted(register, key=lambda entry: entry.id)
    changed = [f"{_number(entry, place)}: {safe(one.what)}" for entry in entries for one in entry.changes if one.date == on]
    new = ", ".join(_number(entry, place) for entry in entries if entry.first == on)
    return "".join(f"<dd>{line}</dd>" for line in (*changed, f"{TEXT['added']}: {new}" if new else "") if line)


def _number(entry: Registered, place: Place) -> str:
    return link(place.to(entry.page, entry.id.lower()), entry.id)
