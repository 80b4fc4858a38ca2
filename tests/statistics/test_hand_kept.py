"""What editors keep by hand: the list of indicators and the project's own figures."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from scripts.errors import ContentError
from scripts.statistics.catalogue import indicators_of, read_catalogue
from scripts.statistics.sources.eurostat import parameters
from scripts.statistics.sources.project import outdated_project_files
from scripts.statistics.store import latest, load

Run = Callable[..., int]
MINIMAL = """\
werkloosheid-15-24:
  title: Werkloze jongeren
  short: Werkloosheid
  definition: Aandeel werklozen.
  unit: PC
  unit_label: procent
  age: 15-24 jaar
  source: eurostat
  dataset: yth_empl_110
  page: cijfers/index.md
  geo: [BE]
  query: {age: Y15-24}
  minimum: 0
  maximum: 60
  largest_jump: 10
  late_after_days: 400
  hide_after_days: 1461
  late_reason: Nog niet opgehaald.
"""


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def figures(docs: Path) -> Path:
    return docs / "bronnen" / "projectcijfers.yml"


def test_the_catalogue_holds_both_kinds(docs: Path) -> None:
    assert list(read_catalogue(docs)) == [
        "neet-15-29",
        "neet-15-24",
        "vroegtijdige-schoolverlaters",
        "project-begeleiding",
        "project-discord",
        "project-in-beeld",
    ]


def test_a_new_indicator_is_a_few_lines(docs: Path) -> None:
    path = docs / "bronnen" / "indicatoren.yml"
    path.write_text(path.read_text(encoding="utf-8") + "\n" + MINIMAL, encoding="utf-8")
    added = indicators_of("eurostat", docs)["werkloosheid-15-24"]
    assert [(key.geo, key.sex) for key in added.series] == [("BE", "T")]
    assert ("age", "Y15-24") in parameters([added])


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ("source: eurostat", "source: reddit", "kies uit: discord, eurostat, gent"),
        ("source: eurostat", "source: project", "kies uit: discord, eurostat, gent"),
        ("geo: [BE]", "geo: []", "geo"),
        ("geo: [BE]", "geo: [BE]\n  sex: [X]", "sex"),
        ("maximum: 60", "maximum: .nan", "maximum"),
        ("late_after_days: 400", "late_after_days: 0", "late_after_days"),
        ("unit: PC", "unit: KG", "unit"),
        ("werkloosheid-15-24:", "Werkloosheid 15:", "Werkloosheid 15"),
        ("werkloosheid-15-24:", "status:", "status"),
        ("werkloosheid-15-24:", "project-discord:", "project-discord"),
        ("geo: [BE]", "geo: [BE]\n  by: isced11", "'by' en 'groups' samen"),
        ("geo: [BE]", "geo: [BE]\n  groups: {TOTAL: samen}", "'by' en 'groups' samen"),
    ],
)
def test_a_mistake_in_the_list_is_named_with_its_line(docs: Path, old: str, new: str, what: str) -> None:
    path = docs / "bronnen" / "indicatoren.yml"
    path.write_text(MINIMAL, encoding="utf-8")
    edit(path, old, new)
    with pytest.raises(ContentError, match=r"indicatoren\.yml:\d+ ") as caught:
        indicators_of("eurostat", docs)
    assert what in str(caught.value)


def test_the_three_figures_stand_apart_without_date_and_definition(docs: Path) -> None:
    values = {}
    for name in indicators_of("project", docs):
        found = latest(load(docs / "data" / f"{name}.json"), "project")
        assert found is not None
        series, seen = found
        assert (series.origin.publisher, series.origin.updated, seen.period) == ("Compaan", None, "z.d.")
        values[name] = seen.value
    assert values == {"project-begeleiding": 23, "project-discord": 148, "project-in-beeld": 70}


def test_fresh_files_are_not_outdated(docs: Path) -> None:
    assert outdated_project_files(docs) == []


def test_a_changed_figure_is_outdated_until_the_update_runs(docs: Path, run: Run) -> None:
    edit(figures(docs), "value: 148", "value: 150")
    assert outdated_project_files(docs) == [docs / "data" / "project-discord.json"]
    assert run("--source", "project") == 0
    assert outdated_project_files(docs) == []
    assert '"value": 150.0' in (docs / "data" / "project-discord.json").read_text(encoding="utf-8")


def test_a_peildatum_becomes_the_period(docs: Path, run: Run) -> None:
    edit(figures(docs), "peildatum: null", "peildatum: 2024-11-30")
    assert run("--source", "project") == 0
    found = latest(load(docs / "data" / "project-begeleiding.json"), "project")
    assert found is not None
    assert (found[1].period, found[0].origin.updated_note) == ("2024-11-30", None)
    assert len(load(docs / "data" / "project-begeleiding.json").series) == 1


def test_a_file_without_a_figure_and_a_missing_file_are_outdated(docs: Path) -> None:
    (docs / "data" / "project-oud.json").write_text("{}", encoding="utf-8")
    (docs / "data" / "project-discord.json").unlink()
    assert [path.name for path in outdated_project_files(docs)] == ["project-discord.json", "project-oud.json"]


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ("    definition: null\n", "", "definition"),
        ("    peildatum: null\n", "", "peildatum"),
        ("value: 23", "value: -1", "value"),
        ("value: 23", "value: 23.5", "value"),
        ("value: 23", "value: ongeveer 23", "value"),
        ("  project-begeleiding:", "  begeleiding:", "begeleiding"),
    ],
)
def test_a_mistake_in_the_figures_leaves_the_files_and_is_named(
    docs: Path, run: Run, capsys: pytest.CaptureFixture[str], old: str, new: str, what: str
) -> None:
    before = {path.name: path.read_bytes() for path in (docs / "data").iterdir()}
    edit(figures(docs), old, new)
    assert run("--source", "project", "--json") == 1
    reason = json.loads(capsys.readouterr().out)["sources"][0]["reason"]
    assert "projectcijfers.yml:" in reason
    assert what in reason
    assert {path.name: path.read_bytes() for path in (docs / "data").iterdir()} == before


def test_updating_the_project_figures_never_touches_the_status(docs: Path, run: Run) -> None:
    before = (docs / "data" / "status.json").read_bytes()
    edit(figures(docs), "value: 148", "value: 150")
    run("--source", "project")
    assert (docs / "data" / "status.json").read_bytes() == before
