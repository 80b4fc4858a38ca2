"""What a first view of a page costs: few bytes, few requests."""

from collections.abc import Callable
from pathlib import Path

import brotli
import pytest

from tests.site.addresses import PAGES_AND_404
from tests.site.browsing import BROTLI_QUALITY, FirstView
from tests.site.reading import soup
from tests.site.serving import SiteServer

# Brotli at quality 5, without pictures; Material as it comes needs 243 kB, Starlight 68.
MOST_BYTES = 72_000
# A lesson and a practice conversation bring their parts along.
MOST_BYTES_LESSON = 80_000
MOST_REQUESTS = 9
# The styles that all pages share; 28 kB when publish would drop nothing of the theme's.
MOST_BYTES_STYLE = 18_500
# A list of all sources, or of all questions, is long by nature; it is text and nothing else. A run-sheet for any session
# brings every lesson along as data.
LONG_LISTS = {"/trainers/draaiboek/": 85_000, "/naslag/literatuur/": 84_000, "/vorming/eindtoets/": 92_000}


@pytest.mark.parametrize("address", PAGES_AND_404)
def test_the_first_view_of_a_page_is_light(
    first_view: Callable[[str], FirstView], server: SiteServer, site: Path, address: str
) -> None:
    view = first_view(address)
    # The browser takes its icon when it likes.
    counted = {url for url in set(view.requests) ^ set(map(server.url, view.asked)) if "favicon" not in url}
    assert counted == set(), "the browser and the server count other requests"
    usual = MOST_BYTES_LESSON if soup(site, address).select("site-les") else MOST_BYTES
    assert sum(view.weights.values()) <= LONG_LISTS.get(address, usual), view.weights
    assert len(view.asked) <= MOST_REQUESTS, view.asked


def test_the_styles_of_all_pages_stay_without_what_no_page_uses(site: Path) -> None:
    [style] = site.glob("assets/site.*.css")
    assert len(brotli.compress(style.read_bytes(), quality=BROTLI_QUALITY)) <= MOST_BYTES_STYLE
