"""The sample for nginx says what the site needs, in the words of the code that knows."""

import re

import pytest

from scripts.build.published_files import NEVER_CHANGES
from scripts.environment.folders import ROOT

SAMPLE = (ROOT / "webserver/nginx.conf").read_text(encoding="utf-8")


def test_what_never_changes_is_kept_as_in_the_preview() -> None:
    assert f'"~{NEVER_CHANGES.pattern.replace("[^?]*", ".*")}" "public, max-age=31536000, immutable";' in SAMPLE


@pytest.mark.parametrize(
    "line",
    [
        "error_page 404 /404.html;",
        "server_tokens off;",
        "gzip on;",
        "try_files $uri $uri/ =404;",
        "add_header Content-Security-Policy \"frame-ancestors 'none'\" always;",
        'add_header X-Content-Type-Options "nosniff" always;',
        "add_header Cache-Control $cache_control;",
    ],
)
def test_the_sample_says(line: str) -> None:
    assert re.search(rf"^ *{re.escape(line)}$", SAMPLE, re.MULTILINE)


def test_no_block_but_the_server_adds_headers() -> None:
    """A block with a header of its own forgets all those around it."""
    inside = re.findall(r"location[^{]*\{([^}]*)\}", SAMPLE)
    assert inside
    assert all("add_header" not in block for block in inside)
