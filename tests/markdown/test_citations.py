"""Citations: a link to the bibliography that says kind and strength in words."""

from pathlib import Path

import markdown
import pytest

from scripts.content.bibliography import Name, Reference
from scripts.errors import ContentError
from scripts.markdown.citations import strength
from scripts.markdown.labels import DESIGNS, KINDS
from tests.docs_folder import FILES, make_docs

SECOND = "@misc{compaan2024, author = {{Compaan}}, title = {Projectfiche}, kind = {project} }\n"


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    return make_docs(tmp_path, **{"bronnen/literatuur.bib": FILES["bronnen/literatuur.bib"] + SECOND})


def rendered(text: str, docs: Path) -> str:
    return markdown.markdown(
        text, extensions=["scripts.markdown.citations"], extension_configs={"scripts.markdown.citations": {"docs": str(docs)}}
    )


def test_a_citation_links_to_its_entry_and_says_kind_and_strength(docs: Path) -> None:
    made = rendered("Zin [@kato2020].", docs)

    assert 'href="naslag/literatuur/&#35;kato2020" class="citation citation--research"' in made
    assert 'Kato e.a., 2020<span class="citation__kind"> · onderzoek: opinie van experts</span>' in made


def test_several_sources_stand_in_one_group(docs: Path) -> None:
    made = rendered("Zin [@kato2020; @compaan2024].", docs)

    assert made.count('class="citations"') == 1
    assert "Compaan, z.d." in made


def test_an_unknown_source_stops_the_build(docs: Path) -> None:
    with pytest.raises(ContentError, match="@weg"):
        rendered("Zin [@weg].", docs)


def test_code_keeps_its_brackets(docs: Path) -> None:
    assert rendered("`[@kato2020]`", docs) == "<p><code>[@kato2020]</code></p>"


def test_a_link_whose_text_starts_with_an_at_sign_needs_another_text(docs: Path) -> None:
    with pytest.raises(ContentError):
        rendered("[@iemand](https://example.org)", docs)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("design", [None, *DESIGNS])
def test_every_kind_and_design_has_words(kind: str, design: str | None) -> None:
    reference = Reference.model_validate(
        {"key": "x", "type": "misc", "authors": (Name("A"),), "title": "T", "kind": kind, "design": design}
    )

    assert strength(reference).startswith(KINDS[kind])


@pytest.mark.parametrize(
    ("authors", "more", "short"),
    [
        ((Name("Kato", "T."),), False, "Kato, 2020"),
        ((Name("Teo", "A."), Name("Gaw", "A.")), False, "Teo & Gaw, 2020"),
        ((Name("Kato", "T."), Name("Kanba", "S."), Name("Teo", "A.")), False, "Kato e.a., 2020"),
        ((Name("Sakai", "M."),), True, "Sakai e.a., 2020"),
    ],
)
def test_the_short_form_names_at_most_two_authors(authors: tuple[Name, ...], more: bool, short: str) -> None:
    reference = Reference(key="x", type="misc", authors=authors, more=more, title="T", kind="research", year="2020")

    assert reference.short == short
