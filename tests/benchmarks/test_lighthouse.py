import re
from pathlib import Path

import pytest

from benchmarks.lighthouse.bare import bare
from benchmarks.lighthouse.kinds import KINDS, NOTEBOOK, file_of, heaviest_pages
from benchmarks.lighthouse.webserver import settings
from tests.site.addresses import PAGES

PAGE = b"""<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>Over</title><meta name="description" content="Wat">
<link rel="stylesheet" href="site.css"><script src="bundle.js"></script></head>
<body><header>menu</header><article><h1>Over</h1><img src="a.png" alt="" style="width:1px"><svg><title>Grafiek</title></svg>
<script>1</script><style>h1{}</style></article></body></html>"""


def test_a_bare_page_has_the_content_and_nothing_of_the_theme() -> None:
    html = bare(PAGE).decode()

    for kept in ('<html lang="nl">', "<title>Over</title>", 'content="Wat"', "<h1>Over</h1>", 'src="a.png"', "Grafiek"):
        assert html.count(kept) == 1
    for gone in ("<script", "style", "menu"):
        assert gone not in html


def test_a_page_without_article_has_no_bare_twin() -> None:
    with pytest.raises(ValueError, match="no article"):
        bare(b"<html><body><p>x</p></body></html>")


def test_the_sample_for_nginx_is_measured_on_a_port_of_this_machine(tmp_path: Path) -> None:
    text = settings(tmp_path, tmp_path / "site", 4321)

    assert re.findall(r"listen [^;]*;", text) == ["listen 127.0.0.1:4321 ssl http2;"]
    assert re.findall(r"(?:root|ssl_certificate(?:_key)?) ([^;]*);", text) == [
        str(tmp_path / name) for name in ("fullchain.pem", "privkey.pem", "site")
    ]


def test_every_kind_is_measured_on_its_heaviest_page(tmp_path: Path) -> None:
    for address in PAGES:
        file_of(tmp_path, address).parent.mkdir(parents=True, exist_ok=True)
        file_of(tmp_path, address).write_bytes(b"x" * (2 if address == "/doelgroep/" else 1))

    pages = heaviest_pages(tmp_path)

    assert {*KINDS.values(), NOTEBOOK, "knowledge", "method", "figure", "module", "recommendations"} <= set(pages)
    assert pages["section"] == "/doelgroep/"
    assert len(set(pages.values())) == len(pages)
