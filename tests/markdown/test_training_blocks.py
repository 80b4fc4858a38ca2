"""The blocks of a lesson: what they become, and what they keep from learners."""

import re

import pytest

from scripts.errors import ContentError
from tests.markdown.rendering import rendered

QUIZ = """\
/// quiz | Wat doe je eerst?
    id: eerst
    hint: Denk aan rust.

- [ ] Je stuurt een lijst.
    Niet juist: er is nog geen vraag.
- [x] Je laat weten dat je er bent.
    Juist: aanwezig zonder te vragen.

///
"""
SCENE = """\
/// gesprek | Mag dit?
    id: mag-dit

/// scene | begin
    title: Het begint

**Noor** (fictief): ik ga nergens heen

**Jij** (fictief): goed dat je het zegt

- [Reageer rustig](#einde){ data-vertrouwen=+1 data-tempo=-1 }
    Je sluit aan.

///

/// scene | einde
    ending: Op een kier

Klaar.

/// nabespreking

Zo ging het.

///

///

///
"""


def test_a_question_is_a_fieldset_with_an_explanation_per_answer_in_the_same_order() -> None:
    made = rendered(QUIZ)

    assert '<legend class="quiz__question">Wat doe je eerst?</legend>' in made
    assert made.count('type="radio"') == 2
    assert re.findall(r"<p>(Niet juist|Juist):", made) == ["Niet juist", "Juist"]


def test_nothing_in_a_question_is_chosen_or_marked_before_the_explanations() -> None:
    made = rendered(QUIZ)

    assert "checked" not in made
    assert "[x]" not in made
    assert not re.search(r"data-(right|correct|answer)", made)


def test_the_explanations_are_folded_and_kept_out_of_the_search() -> None:
    assert rendered(QUIZ).count('<details class="quiz__explanation" data-search-exclude="">') == 2


def test_a_question_with_several_right_answers_has_boxes_and_says_so() -> None:
    made = rendered(QUIZ.replace("hint:", "multiple: true\n    hint:"))

    assert made.count('type="checkbox"') == 2
    assert "Meer dan één antwoord is juist." in made


def test_notes_for_the_trainer_are_hidden_from_everyone_who_learns() -> None:
    made = rendered("/// trainer\n    minutes: 5\n\nLet op de tijd.\n\n///")

    assert re.search(r'<aside class="trainer"[^>]*data-minutes="5"[^>]*data-nosnippet=""[^>]*hidden="hidden"', made)
    assert 'data-search-exclude=""' in made


def test_an_exercise_says_for_whom_how_long_and_what_it_needs() -> None:
    made = rendered(
        "/// oefening | Schrap\n    minutes: 20\n    form: groep\n    materials: papier\n\nDoe dit.\n\n/// oplossing\n\nZo.\n\n///\n\n///"
    )

    assert "Oefening in groep · 20 minuten · nodig: papier" in made
    assert made.index("Doe dit.") < made.index("<details") < made.index("Zo.") < made.index("</section>")


def test_a_conversation_is_walked_by_its_links_without_a_script() -> None:
    made = rendered(SCENE)

    assert '<a href="#einde">Reageer rustig</a>' in made
    assert re.search(r'<section aria-label="Einde: Op een kier" class="scene scene--einde" id="einde">', made)
    assert "Je sluit aan." in made


def test_what_a_choice_did_is_said_in_words() -> None:
    assert "Wat dit deed: meer vertrouwen, te snel voor de ander." in rendered(SCENE)


def test_who_speaks_in_a_scene_is_text_and_shape() -> None:
    made = rendered(SCENE)

    assert re.search(r'<p class="scene__line"><strong>Noor</strong>', made)
    assert re.search(r'<p class="scene__line scene__line--jij"><strong>Jij</strong>', made)


def test_an_ending_asks_the_three_questions() -> None:
    made = rendered(SCENE)

    assert [question in made for question in ("Wat was van jou?", "Wat was van de ander?", "Wat was van je organisatie?")] == [
        True
    ] * 3


def test_a_message_says_of_which_kind_it_is_and_who_writes_it() -> None:
    made = rendered(
        "/// bericht | Eerste mail\n    kind: te-veel\n    from: CLB\n    where: mail\n\n> Dag Sara,\n> hoe gaat het?\n\nWaarom te veel.\n\n///"
    )

    assert "Goedbedoeld, te veel · voorstel van deze site" in made
    assert "CLB · mail" in made
    assert "<site-kopieer>" not in made


def test_only_a_good_message_can_be_copied_and_says_how_to_use_it() -> None:
    made = rendered("/// bericht | Eerste mail\n    kind: goed\n    from: CLB\n\n> Dag Sara,\n\nWaarom.\n\n///")

    assert "Gebruik dit alleen namens een organisatie" in made
    assert "<site-kopieer>" in made
    assert 'id="bericht-eerste-mail"' in made


def test_each_item_of_a_sheet_is_a_labelled_field_with_its_hint() -> None:
    made = rendered("/// invulblad | Plan\n    id: plan\n\n- Wat weten we?\n  Feiten.\n- Wie doet wat?\n\n///")

    assert made.count("<textarea") == 2
    assert '<label for="plan-1">Wat weten we?</label>' in made
    assert re.search(r'<textarea aria-describedby="plan-1-uitleg"[^>]* id="plan-1"', made)
    assert "Schrijf geen namen" in made


@pytest.mark.parametrize(
    "text",
    [
        "/// quiz\n\n- [x] a\n    Juist: b\n\n///",
        "/// bericht | x\n    kind: mooi\n\n> a\n\n///",
        "/// oefening | x\n    form: twee\n\na\n\n///",
        "/// toets | x\n    purpose: midden\n\na\n\n///",
        "/// scene | een naam\n\na\n\n///",
        "/// trainer | titel\n\na\n\n///",
    ],
    ids=["no question", "unknown kind", "unknown form", "unknown purpose", "a scene with a blank", "notes with a title"],
)
def test_a_faulty_block_of_a_lesson_stops_the_build(text: str) -> None:
    with pytest.raises(ContentError):
        rendered(text)
