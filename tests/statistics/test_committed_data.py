"""The files of the site itself: whole, described, and true to where they came from."""

import csv
from datetime import date
from pathlib import Path

import pytest

from scripts.statistics.catalogue import read_catalogue
from scripts.statistics.merge import rows
from scripts.statistics.sources.project import outdated_project_files
from scripts.statistics.status import load_status
from scripts.statistics.store import load

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
SNAPSHOT = ROOT / "tests" / "fixtures" / "snapshot"
FILES = sorted(path for path in (DOCS / "data").glob("*.json") if path.name != "status.json")
NAMES = {
    "neet-15-29": ("neet_rate", "Y15-29"),
    "neet-15-24": ("neet_rate", "Y15-24"),
    "vroegtijdige-schoolverlaters": ("early_leavers", "Y18-24"),
}


def published() -> dict[tuple[str, ...], dict[str, str]]:
    with (SNAPSHOT / "initial-values.csv").open(newline="", encoding="utf-8") as file:
        lines = list(csv.DictReader(file))
    return {
        (line["indicator"], line["age"], line["geo"], line["sex"], line["period"], line["source_url"]): line for line in lines
    }


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_file_is_whole_and_belongs_to_an_indicator(path: Path) -> None:
    indicator = read_catalogue(DOCS)[path.stem]
    data = load(path)
    places = [row.place for row in rows(data.series)]
    assert len(places) == len(set(places))
    assert all(row.seen.value is None or indicator.minimum <= row.seen.value <= indicator.maximum for row in rows(data.series))


@pytest.mark.parametrize("folder", [DOCS, SNAPSHOT / "docs"], ids=["the site", "the snapshot"])
def test_every_value_from_the_snapshot_is_in_the_snapshot(folder: Path) -> None:
    lines = published()
    addresses = {place[-1] for place in lines}
    for name, (indicator, age) in NAMES.items():
        data = load(folder / "data" / f"{name}.json")
        for row in [*rows(data.series), *rows(data.superseded)]:
            if row.origin.url in addresses:
                line = lines[(indicator, age, *row.place[:2], row.place[3], row.origin.url)]
                assert (row.seen.value, row.seen.flags) == (float(line["value"]), line["flag"])
                assert line["publisher"].startswith(row.origin.publisher)
                assert row.origin.updated == date.fromisoformat(line["as_of"])
                assert (row.origin.updated_note is None) == (line["as_of_note"] == "dataset 'updated' field")


def test_nothing_of_the_snapshot_was_left_out() -> None:
    kept = {
        (*NAMES[name], *row.place[:2], row.place[3], row.origin.url)
        for name in NAMES
        for data in [load(SNAPSHOT / "docs" / "data" / f"{name}.json")]
        for row in [*rows(data.series), *rows(data.superseded)]
    }
    ours = {place for place in published() if place[:2] in NAMES.values() and place[2] in {"BE", "EU27_2020", "BE2", "BE23"}}
    assert len(ours) == 94
    assert kept == ours


def test_no_value_was_invented_for_oost_vlaanderen() -> None:
    for name in NAMES:
        assert "BE23" not in (SNAPSHOT / "docs" / "data" / f"{name}.json").read_text(encoding="utf-8")


def test_the_project_files_say_what_the_hand_kept_file_says() -> None:
    assert outdated_project_files(DOCS) == []


def test_the_status_is_readable() -> None:
    load_status(DOCS / "data")


def test_a_definition_warns_for_the_breaks() -> None:
    for name in NAMES:
        definition = read_catalogue(DOCS)[name].definition
        assert "2021" in definition
        assert "2024" in definition
