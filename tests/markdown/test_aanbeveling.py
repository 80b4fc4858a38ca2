"""What recommendations become: on their page, in the list, in the log of changes and on the sheet of a level."""

import html
import re
from pathlib import Path

import markdown
import pytest

from scripts.content.recommendations import LABELS
from scripts.content.site import Site
from scripts.errors import ContentError
from scripts.markdown.macros.aanbevelingen import aanbevelingen, wijzigingen
from scripts.markdown.macros.beleidsfiche import beleidsfiche
from scripts.markdown.place import Place
from tests.docs_folder import site_with
from tests.markdown.rendering import EXTENSIONS, rendered
from tests.policy import REGISTER, TITLE, policy, recommendation

SHEET = Place("beleid/fiches/lokaal/")
HOSTILE = "Overweeg <img src=x onerror=alert(1)> *a* [[ hulp() ]] [x](javascript:alert(1))"


def page(folder: Path, *blocks: str, register: str = REGISTER) -> Site:
    return site_with(folder, **policy(*blocks, register=register))


def test_a_recommendation_is_a_heading_with_its_number_as_address() -> None:
    converter = markdown.Markdown(extensions=EXTENSIONS)
    made = converter.convert(recommendation())

    assert f'<h2 id="aanb-01"><span class="aanbeveling__id">AANB-01</span> {TITLE}</h2>' in made
    assert [(token["id"], token["name"]) for token in converter.toc_tokens] == [("aanb-01", f"AANB-01 {TITLE}")]  # type: ignore[attr-defined]


def test_its_options_stand_in_words_under_the_title() -> None:
    facts = re.findall(r"<dt>(.*?)</dt>\s*<dd>(.*?)</dd>", rendered(recommendation()).partition("aanbeveling__parts")[0])

    assert dict(facts) == {
        "Niveau": "lokaal (stad, gemeente, OCMW), Vlaams",
        "Sterkte": "overweeg: een voorstel om te wegen",
        "Domein": "welzijn, werk",
        "Voor wie": "schepen of burgemeester",
        "Vertrekt van": "lange, intensieve trajecten",
        "Status": "voorstel van deze site, 22 november 2026",
    }


@pytest.mark.parametrize(
    ("status", "words"),
    [("aangepast", "voorstel van deze site, aangepast op 22 november 2026"), ("ingetrokken", "ingetrokken op 22 november 2026")],
)
def test_what_changed_or_was_withdrawn_says_so(status: str, words: str) -> None:
    assert f"<dd>{words}</dd>" in rendered(recommendation(status=status))


def test_the_nine_parts_are_terms_with_all_that_was_written_under_them() -> None:
    made = rendered(recommendation(parts={"Waarom": "Om twee redenen:\n\n- een **vet**\n- twee"})).partition(
        "aanbeveling__parts"
    )[2]

    assert tuple(re.findall(r"<dt>(.*?)</dt>", made)) == LABELS
    assert re.search(r"<dt>Waarom</dt>\s*<dd>\s*<p>Om twee redenen:</p>\s*<ul>\s*<li>een <strong>vet</strong></li>", made)
    assert "**" not in made


def test_a_title_is_text_whatever_it_looks_like() -> None:
    made = rendered(recommendation(title=HOSTILE))

    assert "<img" not in made
    assert html.unescape(re.sub(r"<[^>]*>", "", re.findall(r"<h2.*?</h2>", made)[0])) == f"AANB-01 {HOSTILE}"


@pytest.mark.parametrize(
    "text",
    [
        recommendation().replace("/// aanbeveling | " + TITLE, "/// aanbeveling"),
        recommendation(level="dorp"),
        recommendation(id="aanb-01"),
        recommendation(kleur="rood"),
        recommendation().replace("**Hoe meten.**", "Hoe meten:"),
        recommendation().replace("**Nood.**", "**Waarom.**"),
    ],
    ids=["no title", "unknown level", "another number", "unknown option", "a part less", "a part twice"],
)
def test_a_faulty_recommendation_stops_the_build(text: str) -> None:
    with pytest.raises(ContentError):
        rendered(text)


def test_the_list_groups_by_level_and_leads_to_each(tmp_path: Path) -> None:
    blocks = [
        recommendation(),
        recommendation(id="AANB-02", level="federaal, lokaal", domain="digitaal", role="kabinet, parlement"),
    ]
    made = html.unescape(aanbevelingen(page(tmp_path, *blocks), Place("beleid/aanbevelingen/")))

    assert re.findall(r"^## (.*)$", made, re.MULTILINE) == ["Lokaal (stad, gemeente, OCMW) {#lokaal}", "Federaal {#federaal}"]
    assert '<a href="../lokaal/#aanb-02">AANB-02' in made
    assert '<li data-level="federaal lokaal" data-domain="digitaal" data-role="kabinet parlement">' in made
    assert 'data-list="lijst-lokaal lijst-federaal"' in made
    assert "Sterkte: overweeg" in made


def test_what_was_withdrawn_stays_in_the_list_and_leaves_the_sheet(tmp_path: Path) -> None:
    site = page(tmp_path, recommendation(), recommendation(id="AANB-02", status="ingetrokken"))

    assert "Status: ingetrokken op 22 november 2026" in aanbevelingen(site, Place())
    assert "AANB-02" not in beleidsfiche(site, SHEET, "lokaal")


def test_a_list_without_recommendations_says_so(tmp_path: Path) -> None:
    site = page(tmp_path, "niets", register="[]\n")

    assert aanbevelingen(site, Place()) == wijzigingen(site, Place()) == "<p>Er zijn nog geen aanbevelingen.</p>"


def test_changes_stand_newest_day_first(tmp_path: Path) -> None:
    register = (
        '- {id: AANB-02, page: beleid/lokaal.md, first: 2026-11-22, changes: [{date: 2027-02-01, what: "<b>Korter</b>."}]}\n'
        "- {id: AANB-01, page: beleid/lokaal.md, first: 2026-11-22}\n"
    )
    made = wijzigingen(page(tmp_path, register=register), Place("beleid/aanbevelingen/"))

    assert re.findall(r"<dt>(.*?)</dt>", made) == ["1 februari 2027", "22 november 2026"]
    assert '<dd><a href="../lokaal/&#35;aanb-02">AANB-02</a>: &#60;b&#62;Korter&#60;/b&#62;.</dd>' in made
    assert re.search(r"<dd>Toegevoegd: <a[^>]*>AANB-01</a>, <a[^>]*>AANB-02</a></dd>", made)


def test_a_sheet_takes_step_and_measure_with_their_links_figures_and_sources(tmp_path: Path) -> None:
    parts = {
        "Eerste stap dit kwartaal": "Bel [de **dienst**](../naslag/literatuur.md#kato2020) of lees [hier](#aanb-01).",
        "Hoe meten": 'Nu is dat [[ cijfer("neet", geo="BE") ]] [@kato2020].',
    }
    made = html.unescape(beleidsfiche(page(tmp_path, recommendation(parts=parts)), SHEET, "lokaal"))

    assert "## <a href" in made
    assert f'<a href="../../lokaal/#aanb-01">AANB-01</a> {TITLE} {{#fiche-aanb-01}}' in made
    assert 'Bel <a href="../../../naslag/literatuur/#kato2020">de **dienst**</a> of lees <a href="../../lokaal/#aanb-01">' in made
    assert "10,0" in made
    assert "[@kato2020]" in made
    assert "[[" not in made
    assert "stand van 22 november 2026" in made


def test_a_sheet_names_what_also_touches_its_level(tmp_path: Path) -> None:
    blocks = [recommendation(level="vlaams"), recommendation(id="AANB-02", level="lokaal, vlaams")]
    made = beleidsfiche(page(tmp_path, *blocks), SHEET, "vlaams")

    assert "## Raken ook dit niveau" in made
    assert "fiche-aanb-02" not in made


@pytest.mark.parametrize(
    "text", ["Zie [[ hulp() ]].", "Zie [[ cijfer(", "Zie [[ cijfer.__class__ ]]{% x %} [[ x ]].", '[[ cijfer("weg") ]]']
)
def test_a_sheet_refuses_what_it_cannot_carry(tmp_path: Path, text: str) -> None:
    site = page(tmp_path, recommendation(parts={"Hoe meten": text}))
    with pytest.raises(ContentError):
        beleidsfiche(site, SHEET, "lokaal")


@pytest.mark.parametrize("level", ["europees", "dorp", "", "<b>"])
def test_a_sheet_of_nothing_is_refused(tmp_path: Path, level: str) -> None:
    with pytest.raises(ContentError, match="geen aanbevelingen"):
        beleidsfiche(page(tmp_path), SHEET, level)
