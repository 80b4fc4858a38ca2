"""`[[ nieuws() ]]`: what came onto the site, day by day, the newest first."""

from itertools import groupby

from scripts.content.news import NewsItem, newest_first
from scripts.content.site import Site
from scripts.errors import ContentError
from scripts.markdown.figures import day
from scripts.markdown.html import link, safe
from scripts.markdown.place import FEED, Place

TEXT = {"feed": "Volg dit als Atom-feed", "why": "in een programma dat nieuws verzamelt"}


def nieuws(site: Site, place: Place) -> str:
    """A heading of Markdown per day, under it a list of HTML on one line. Raises ContentError when there is no news."""
    if not site.news:
        raise ContentError("docs/bronnen/nieuws.yml", 1, "er is geen nieuws", "voeg een nieuwtje toe")
    # The feed stands on the web only, so also a copy on a disk links to it there.
    parts = [f"<p>{link(place.site_url + FEED, TEXT['feed'])}, {TEXT['why']}.</p>"]
    for date, items in groupby(newest_first(site.news), key=lambda item: item.date):
        parts.append(f"## {day(date)} {{#op-{date}}}")
        parts.append(f"<ul>{''.join(_item(item, place) for item in items)}</ul>")
    return "\n\n".join(parts)


def _item(item: NewsItem, place: Place) -> str:
    return f'<li id="{safe(item.id)}"><strong>{link(place.to(item.page), safe(item.title))}</strong>: {safe(item.text)}</li>'
