"""The server blueprint as tables, and the mistakes of who edits it."""

from pathlib import Path

import pytest

from scripts.content.site import load_site
from scripts.errors import ContentError
from scripts.markdown.macros.blauwdruk import PARTS, blauwdruk
from scripts.markdown.place import Place
from tests.docs_folder import FILES, make_docs, site_with

NAME = "bronnen/serverblauwdruk.yml"
GOOD = FILES[NAME]


@pytest.mark.parametrize("part", PARTS)
def test_every_part_is_a_table_with_a_name_and_the_reason_of_each_row(tmp_path: Path, part: str) -> None:
    made = blauwdruk(site_with(tmp_path), Place(), part)

    assert made.count("<caption>") == 1
    assert '<th scope="col">Waarom</th>' in made
    assert "\n" not in made


def test_a_right_is_shown_under_each_role_that_has_it(tmp_path: Path) -> None:
    made = blauwdruk(site_with(tmp_path), Place(), "rechten")

    assert '<th scope="col">Lid</th><th scope="col">Team</th>' in made
    assert "<td>–</td><td>ja</td><td>Alleen wie ervoor opgeleid is.</td>" in made


def test_a_place_that_every_role_may_read_says_everyone(tmp_path: Path) -> None:
    assert "<td>iedereen</td><td>Team</td>" in blauwdruk(site_with(tmp_path), Place(), "kanalen")


def test_a_part_that_does_not_exist_names_those_that_do(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match="deel 'kamers' bestaat niet") as error:
        blauwdruk(site_with(tmp_path), Place(), "kamers")
    assert "rollen, kanalen, rechten" in error.value.remedy


@pytest.mark.parametrize(
    ("wrong", "what"),
    [
        (GOOD.replace("write: [team]", "write: [baas]"), "'welkom' noemt de rol 'baas', die niet bij 'roles' staat"),
        (GOOD.replace("{id: team,", "{id: lid,"), "noemt de rol 'team'"),
        (GOOD.replace(", reason: Hij toont namen.", ""), "'settings.0.reason' ontbreekt"),
        (GOOD + "  - {id: achttien, text: Nog eens., reason: x}\n", "'achttien' staat er twee keer"),
        (GOOD.replace("kind: tekst", "kind: video"), "kind"),
    ],
    ids=["a role that is not there", "a role given twice", "no reason", "a rule given twice", "another kind of place"],
)
def test_a_mistake_in_the_blueprint_is_named(tmp_path: Path, wrong: str, what: str) -> None:
    faults = load_site(make_docs(tmp_path, **{NAME: wrong})).faults

    assert [what in fault.what for fault in faults] == [True], faults
    assert faults[0].path.endswith("serverblauwdruk.yml")
