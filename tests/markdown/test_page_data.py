"""What the questions and the glossary tell search engines: the words of the page, whatever stands in them."""

import json

import pytest

from scripts.content.page import Page
from scripts.content.site import load_site
from scripts.markdown.page_data import entries, page_data
from scripts.markdown.place import Place
from tests.site.addresses import DOCS

PLACE = Place("naslag/vragen/", site_url="https://example.org/")
LINK = '<a class="headerlink" href="#a">¶</a>'
SOURCE = '<span class="citations"><a href="x">Kato, 2020</a></span>'
MEANING = '<button class="term">een <b>GPMI</b></button><span class="term__meaning" data-search-exclude>uitleg</span>'


def of(name: str) -> Page:
    return load_site(DOCS).pages[name]


def test_a_heading_has_the_text_up_to_the_next_heading() -> None:
    text = f'<h2>Deel</h2><p>weg</p><h3 id="a">Eén?{LINK}</h3><p>Ja.</p><ul><li>Zo.</li></ul><h3 id="b">Twee?</h3><p>Nee.</p><h2>X</h2><p>weg</p>'

    assert [(one.anchor, one.title, one.text) for one in entries(text)] == [("a", "Eén?", "Ja. Zo."), ("b", "Twee?", "Nee.")]


def test_sources_and_meanings_are_left_out_without_a_trace() -> None:
    [entry] = entries(f'<h3 id="a">A</h3><p>Vanaf zes maanden {SOURCE}, en {MEANING}.\nOok zo. {SOURCE}</p>')

    assert entry.text == "Vanaf zes maanden, en een GPMI. Ook zo."


@pytest.mark.parametrize("text", ["", "<h1>Titel</h1>", '<h3 id="a">Leeg</h3>', '<h3 id="a">Bron</h3><p>' + SOURCE + "</p>"])
def test_what_has_no_text_is_no_entry(text: str) -> None:
    assert entries(text) == []


def test_text_that_looks_like_html_stays_text_and_closes_no_script() -> None:
    html = '<h3 id="a">Mag &lt;/script&gt;?</h3><p>&lt;script&gt;alert(1)&lt;/script&gt; &amp; meer</p>'
    made = page_data(of("naslag/vragen.md"), PLACE, html)

    assert made.count("<") == 2
    [question] = json.loads(made.split(">", 1)[1].rsplit("<", 1)[0])["mainEntity"]
    assert question["name"] == "Mag </script>?"
    assert question["acceptedAnswer"]["text"] == "<script>alert(1)</script> & meer"
    assert question["url"] == "https://example.org/naslag/vragen/#a"


def test_another_page_tells_nothing() -> None:
    assert page_data(of("naslag/over.md"), PLACE, "<h3>A</h3><p>b</p>") == ""
