"""What a first view of a page costs: few bytes, few requests."""

from collections.abc import Callable

import pytest

from tests.site.addresses import PAGES_AND_404
from tests.site.browsing import FirstView
from tests.site.serving import SiteServer

# Brotli at quality 5, without pictures; Material as it comes needs 243 kB.
MOST_BYTES = 85_000
MOST_REQUESTS = 12
# A list of all sources, or of all questions, is long by nature; it is text and nothing else. A run-sheet for any session brings
# every lesson along as data.
LONG_LISTS = {"/trainers/draaiboek/": 92_000, "/naslag/literatuur/": 95_000, "/vorming/eindtoets/": 100_000}


@pytest.mark.parametrize("address", PAGES_AND_404)
def test_the_first_view_of_a_page_is_light(first_view: Callable[[str], FirstView], server: SiteServer, address: str) -> None:
    view = first_view(address)
    # The browser takes its icon when it likes.
    counted = {url for url in set(view.requests) ^ set(map(server.url, view.asked)) if "favicon" not in url}
    assert counted == set(), "the browser and the server count other requests"
    assert sum(view.weights.values()) <= LONG_LISTS.get(address, MOST_BYTES), view.weights
    assert len(view.asked) <= MOST_REQUESTS, view.asked
