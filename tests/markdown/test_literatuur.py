"""The bibliography: every source once, in Dutch APA, with its address, its kind and nothing internal."""

from pathlib import Path

from scripts.markdown.macros import MACROS
from scripts.markdown.place import Place
from tests.docs_folder import FILES, site_with

MORE = """\
@misc{zonder, author = {{Stad Gent}}, title = {Waarom?}, url = {https://example.org/a}, kind = {practice} }
@article{velen, author = {Sakai, M. and others}, title = {Family training}, journal = {Journal}, kind = {research}, design = {RCT} }
"""


def listed(folder: Path) -> str:
    site = site_with(folder, **{"bronnen/literatuur.bib": FILES["bronnen/literatuur.bib"] + MORE})
    return MACROS["literatuur"](site, Place())


def test_an_article_is_written_as_apa_wants_it_with_its_doi(tmp_path: Path) -> None:
    made = listed(tmp_path)

    assert "Kato, T. A., Kanba, S., &#38; Teo, A. R. (2020). Defining pathological social withdrawal." in made
    assert "<i>World Psychiatry</i>, <i>19</i>(1), 116-117." in made
    assert ">https://doi.org/10.1002/wps.20705</a>" in made


def test_a_source_without_a_date_says_so_and_keeps_its_address(tmp_path: Path) -> None:
    made = listed(tmp_path)

    assert 'Stad Gent. (z.d.). <i>Waarom?</i> <a href="https://example.org/a">' in made


def test_authors_that_are_not_all_named_are_followed_by_ea(tmp_path: Path) -> None:
    assert "Sakai, M. e.a. (z.d.)." in listed(tmp_path)


def test_every_source_says_its_kind_and_strength_and_has_its_key_as_anchor(tmp_path: Path) -> None:
    made = listed(tmp_path)

    assert made.count("<li ") == 3
    assert '<li id="velen">' in made
    assert "onderzoek: studie met loting" in made


def test_sources_stand_in_alphabetical_order(tmp_path: Path) -> None:
    made = listed(tmp_path)

    assert made.index('id="kato2020"') < made.index('id="velen"') < made.index('id="zonder"')
