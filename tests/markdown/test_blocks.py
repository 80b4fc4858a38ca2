"""Blocks: what they become, and that a faulty one stops the build instead of reaching a reader."""

import pytest

from scripts.errors import ContentError
from scripts.markdown.blocks import BLOCKS
from tests.markdown.rendering import rendered


def test_kort_is_a_note_with_its_title() -> None:
    made = rendered("/// kort\n\n- Eén punt.\n\n///")

    assert '<div aria-label="In het kort" class="kort" role="note">' in made
    assert '<p class="kort__title">In het kort</p>' in made
    assert "<li>Eén punt.</li>" in made


def test_kort_can_have_a_title_of_its_own() -> None:
    assert '<p class="kort__title">Vandaag</p>' in rendered("/// kort | Vandaag\n\ntekst\n\n///")


def test_casus_is_labelled_as_fiction() -> None:
    made = rendered("/// casus | Amina\n\ntekst\n\n///")

    assert '<p class="casus__label">Fictieve casus</p>' in made
    assert 'aria-label="Fictieve casus: Amina"' in made


def test_a_block_may_hold_another_block_of_the_same_length() -> None:
    made = rendered("/// casus | Amina\n\neerst\n\n/// kort\n\nbinnen\n\n///\n\ndaarna\n\n///\n\nbuiten")

    assert made.index("binnen") < made.index("</div>") < made.index("daarna") < made.index("</section>") < made.index("buiten")


@pytest.mark.parametrize(
    "text",
    ["/// casus\n\ntekst\n\n///", "/// kort\n    kleur: rood\n\ntekst\n\n///", "/// weg\n\ntekst\n\n///", "tekst\n\n///"],
    ids=["no title", "unknown option", "unknown block", "stray close"],
)
def test_a_faulty_block_stops_the_build(text: str) -> None:
    with pytest.raises(ContentError):
        rendered(text)


def test_every_block_is_known_by_the_name_of_its_module() -> None:
    assert {name: block.__module__.rsplit(".", 1)[1] for name, block in BLOCKS.items()} == {name: name for name in BLOCKS}
