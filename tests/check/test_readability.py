"""How easy a page reads: the formula by hand, and the limits."""

import pytest

from scripts.check.readability import LIMITS, score, syllables

EASY = "De kat zit op de mat. " * 12
HARD = (
    "De verantwoordelijkheidsverdeling inzake beleidsoverschrijdende ondersteuningsmodaliteiten veronderstelt "
    "interinstitutionele samenwerkingsovereenkomsten tussen verschillende gesubsidieerde organisaties. "
) * 12


@pytest.mark.parametrize(
    ("word", "number"), [("kat", 1), ("jongere", 3), ("school", 1), ("idee", 2), ("buiten", 2), ("contact", 2)]
)
def test_counts_the_syllables_of_a_word(word: str, number: int) -> None:
    assert syllables(word) == number


def test_the_score_is_the_formula_of_douma() -> None:
    found = score(EASY)

    assert found
    # Six words a sentence, each of one syllable.
    assert found.value == pytest.approx(206.84 - 0.93 * 6 - 77, abs=0.01)


def test_a_text_like_a_law_is_below_every_limit() -> None:
    found = score(HARD)

    assert found
    assert found.value < min(LIMITS.values())
    assert found.longest


def test_a_text_too_short_to_judge_has_no_score() -> None:
    assert score("Kort.") is None
