"""The publish step: what it changes in a built site, and that it refuses a site it does not understand."""

import base64
import hashlib
import json
from pathlib import Path

import pytest

from scripts.publish.csp import add_policy, inline_hashes
from scripts.publish.later import run_theme_later
from scripts.publish.notebooks import strip_notebooks
from scripts.publish.redirects import write_redirects
from scripts.publish.search import AUTHORS_FIELD, HIDDEN_FIELD, LEAD, folded_words, make_search_lazy, make_search_offline

HEAD = '<html><head><meta charset="utf-8">'


def hash_of(script: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()


def write(site: Path, name: str, html: str) -> Path:
    path = site / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(html, encoding="utf-8")
    return path


def test_every_page_gets_one_policy_with_the_scripts_of_all_pages(tmp_path: Path) -> None:
    first = write(tmp_path, "index.html", HEAD + "<script>a()</script></head>")
    second = write(tmp_path, "x/index.html", HEAD + "<script>b()</script></head>")

    add_policy(tmp_path)

    for page in (first, second):
        html = page.read_text(encoding="utf-8")
        assert html.count("Content-Security-Policy") == 1
        assert f"'{hash_of('a()')}'" in html
        assert f"'{hash_of('b()')}'" in html


def test_the_policy_stands_before_every_script(tmp_path: Path) -> None:
    page = write(tmp_path, "index.html", HEAD + "<script>a()</script></head>")

    add_policy(tmp_path)

    html = page.read_text(encoding="utf-8")
    assert html.index("Content-Security-Policy") < html.index("<script>")


def test_a_page_without_charset_is_not_published_without_policy(tmp_path: Path) -> None:
    write(tmp_path, "index.html", "<html><head></head></html>")

    with pytest.raises(ValueError, match="without a policy"):
        add_policy(tmp_path)


def test_only_scripts_a_browser_runs_are_counted() -> None:
    html = '<script src="a.js"></script><script type="application/json">{}</script><script type="application/ld+json">{}</script><script>x</script>'

    assert inline_hashes(html) == {hash_of("x")}


def test_notebook_pages_lose_style_and_script_and_keep_their_text(tmp_path: Path) -> None:
    notebook = (
        '<style>.a{}</style><script>x()</script><div class="jupyter-wrapper"><style>b</style><p style="color:red">Tekst</p></div>'
    )
    page = write(tmp_path, "index.html", f"{HEAD}<style>huis</style></head><article>{notebook}</article>")

    strip_notebooks(tmp_path)

    assert page.read_text(encoding="utf-8").endswith('<article><div class="jupyter-wrapper"><p>Tekst</p></div></article>')
    assert "<style>huis</style>" in page.read_text(encoding="utf-8")


def test_notebook_pages_lose_the_second_copy_of_their_code(tmp_path: Path) -> None:
    button = '<div class="zeroclipboard-container"><clipboard-copy for="cell-1"><div>Copied!</div></clipboard-copy></div>'
    copy = '<div class="clipboard-copy-txt" id="cell-1">print(1)</div>'
    notebook = f'<div class="jupyter-wrapper">{button}<pre>print(1)</pre>{copy}</div>'
    page = write(tmp_path, "index.html", f"<article>{notebook}</article>")

    strip_notebooks(tmp_path)

    kept = '<div class="zeroclipboard-container"></div><pre>print(1)</pre>'
    assert page.read_text(encoding="utf-8") == f'<article><div class="jupyter-wrapper">{kept}</div></article>'


def test_other_pages_stay_as_they_are(tmp_path: Path) -> None:
    page = write(tmp_path, "index.html", "<article><style>x</style></article>")

    strip_notebooks(tmp_path)

    assert page.read_text(encoding="utf-8") == "<article><style>x</style></article>"


def test_a_page_that_moved_sends_its_visitor_on(tmp_path: Path) -> None:
    urls = tmp_path / "urls.txt"
    urls.write_text("/\n/nieuw/\n/oud/pagina/ -> /nieuw/\n", encoding="utf-8")

    write_redirects(tmp_path / "site", urls)

    assert 'content="0; url=../../nieuw/"' in (tmp_path / "site/oud/pagina/index.html").read_text(encoding="utf-8")


def _site_with_search(site: Path) -> None:
    write(site, "assets/javascripts/workers/search.0123abcd.min.js", "engine")
    for name in ("stemmer.support", "nl", "de"):
        write(site, f"assets/javascripts/lunr/min/lunr.{name}.min.js", name)
    write(site, "assets/components/zoeken/zoeken.js", "wrapper")
    page = {"location": "a/", "title": "Coöperatie", "text": "Eén <b>cliënt</b> en jongeren " + "woord " * 50}
    part = {"location": "a/#deel", "title": "Deel", "text": "Meer tekst"}
    write(site, "search/search_index.json", json.dumps({"config": {"lang": ["nl"]}, "docs": [page, part]}))


def test_the_index_of_every_page_is_empty_and_the_full_one_has_another_name(tmp_path: Path) -> None:
    _site_with_search(tmp_path)

    make_search_lazy(tmp_path)

    assert json.loads((tmp_path / "search/search_index.json").read_text(encoding="utf-8"))["docs"] == []
    full = json.loads((tmp_path / "search/full_index.json").read_text(encoding="utf-8"))
    assert full["docs"][0][HIDDEN_FIELD] == "client cooperatie een"
    assert HIDDEN_FIELD in full["config"]["fields"]


def test_from_a_disk_the_full_index_is_a_script(tmp_path: Path) -> None:
    _site_with_search(tmp_path)

    make_search_offline(tmp_path, {"a/": ["coop"]})

    script = (tmp_path / "search/search_index.js").read_text(encoding="utf-8")
    document, _ = json.loads(script.removeprefix("var __index=").removesuffix(";\n"))["docs"]
    assert (document[HIDDEN_FIELD], document[AUTHORS_FIELD]) == ("client cooperatie een", "coop")
    assert not (tmp_path / "search/search_index.json").exists()


def test_our_wrapper_stands_under_the_name_of_the_worker(tmp_path: Path) -> None:
    _site_with_search(tmp_path)

    make_search_lazy(tmp_path)

    workers = tmp_path / "assets/javascripts/workers"
    assert (workers / "search.0123abcd.min.js").read_text(encoding="utf-8") == "wrapper"
    assert (workers / "engine.0123abcd.min.js").read_text(encoding="utf-8") == "engine;\nstemmer.support;\nnl"
    assert not (tmp_path / "assets/javascripts/lunr").exists()


def test_a_first_index_has_the_titles_and_the_first_words_of_pages(tmp_path: Path) -> None:
    _site_with_search(tmp_path)

    make_search_lazy(tmp_path, {"a/": ["coop"]})

    page, part = json.loads((tmp_path / "search/titles_index.json").read_text(encoding="utf-8"))["docs"]
    assert (page["title"], page[AUTHORS_FIELD]) == ("Coöperatie", "coop")
    assert page["text"].startswith("Eén cliënt en jongeren woord")
    assert len(page["text"]) <= LEAD
    assert (part["title"], part["text"], part[HIDDEN_FIELD]) == ("Deel", "", "")


def test_a_first_index_has_of_the_texts_what_no_title_and_no_first_words_begin_with(tmp_path: Path) -> None:
    _site_with_search(tmp_path)
    index = tmp_path / "search/search_index.json"
    text = "Meer tekst: coö, een ideeën, jong, <i>deelt</i>, meer"
    index.write_text(index.read_text(encoding="utf-8").replace("Meer tekst", text), encoding="utf-8")

    make_search_lazy(tmp_path)

    page, _ = json.loads((tmp_path / "search/titles_index.json").read_text(encoding="utf-8"))["docs"]
    assert page[HIDDEN_FIELD] == "cooperatie deelt een ideeen ideeën meer tekst"


def test_a_theme_with_another_worker_is_refused(tmp_path: Path) -> None:
    _site_with_search(tmp_path)
    write(tmp_path, "assets/javascripts/workers/search.ffff.min.js", "second")

    with pytest.raises(ValueError, match="one search worker"):
        make_search_lazy(tmp_path)


def test_only_words_with_an_accent_are_folded() -> None:
    assert folded_words("<p class='é'>Één cliënt, jongeren</p>") == ["client", "een"]


def test_the_script_of_the_theme_runs_after_the_first_picture_with_one_script_for_all_pages(tmp_path: Path) -> None:
    for name, up in (("index.html", ""), ("a/b/index.html", "../../")):
        write(tmp_path, name, f'<body><script src="{up}assets/javascripts/bundle.0123.min.js"></script></body>')

    run_theme_later(tmp_path)

    home, deep = ((tmp_path / name).read_text(encoding="utf-8") for name in ("index.html", "a/b/index.html"))
    assert inline_hashes(home) == inline_hashes(deep)
    assert 'data-later="../../assets/javascripts/bundle.0123.min.js"' in deep


def test_a_theme_that_loads_its_script_in_another_way_is_refused(tmp_path: Path) -> None:
    write(tmp_path, "index.html", '<script src="other.js"></script>')

    with pytest.raises(ValueError, match="script of the theme"):
        run_theme_later(tmp_path)
