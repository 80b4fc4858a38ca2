"""Recommendations as data: their options, their parts, and a list of numbers that only grows."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scripts.content.recommendations import LABELS, REGISTER, Registered, facts_of
from scripts.content.yaml_file import read_yaml
from scripts.environment.folders import ROOT
from scripts.errors import ContentError
from tests.docs_folder import site_with
from tests.history import earlier_versions
from tests.policy import OPTIONS, policy, recommendation

LIST = ROOT / "docs" / REGISTER


def test_a_recommendation_is_read_with_its_parts(tmp_path: Path) -> None:
    parts = {"Waarom": "Om twee redenen:\n\n- een\n- twee **Nood.** staat hier niet vooraan"}
    (found,) = site_with(tmp_path, **policy(recommendation(parts=parts))).recommendations

    assert (found.facts.id, found.facts.level, found.facts.domain) == ("AANB-01", ("lokaal", "vlaams"), ("welzijn", "werk"))
    assert [part.label for part in found.parts] == ["", *LABELS]
    assert found.parts[0].text == "De stad doet dit."
    assert found.part("Waarom") == parts["Waarom"]


def test_recommendations_come_in_the_order_of_their_numbers(tmp_path: Path) -> None:
    blocks = [recommendation(id=f"AANB-{number}") for number in ("10", "02", "01")]

    assert [one.facts.id for one in site_with(tmp_path, **policy(*blocks)).recommendations] == ["AANB-01", "AANB-02", "AANB-10"]


@pytest.mark.parametrize("name", OPTIONS)
@pytest.mark.parametrize(
    "value", ["", "x" * 100_000, "<script>", "lokaal, <b>", "['a', 5]", "\u202e", "N1, N99", "2026-02-31", "null"]
)
def test_no_option_takes_what_it_does_not_know(name: str, value: str) -> None:
    with pytest.raises(ContentError) as error:
        facts_of({**OPTIONS, name: value})

    assert name in error.value.what


@pytest.mark.parametrize("name", OPTIONS)
@given(value=st.one_of(st.none(), st.booleans(), st.integers(), st.lists(st.text()), st.dictionaries(st.text(), st.text())))
def test_an_option_of_another_type_is_refused_and_nothing_breaks(name: str, value: object) -> None:
    with pytest.raises(ContentError):
        facts_of({**OPTIONS, name: value} if name != "date" or not isinstance(value, int) else {})


def test_an_unknown_option_is_refused() -> None:
    with pytest.raises(ContentError, match="kleur"):
        facts_of({**OPTIONS, "kleur": "rood"})


def test_the_list_of_numbers_only_grows(tmp_path: Path) -> None:
    versions = list(earlier_versions(LIST, tmp_path))
    assert versions
    now = {entry.id: entry for entry in read_yaml(LIST, list[Registered])}
    before = [entry for version in versions for entry in read_yaml(version, list[Registered])]
    gone = {entry.id for entry in before} - set(now)
    assert gone == set(), "zet deze nummers terug in docs/bronnen/aanbevelingen.yml; trek in met status 'ingetrokken'"
    assert [entry.id for entry in before if now[entry.id].first != entry.first] == [], "'first' verandert nooit"
