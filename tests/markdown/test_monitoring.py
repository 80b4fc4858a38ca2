"""Counts per quarter: the form, what each count means, and the files that go with it."""

import csv
import io
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from scripts.content.monitoring import Monitoring
from scripts.content.site import load_site
from scripts.content.yaml_file import validate_yaml
from scripts.environment.folders import ROOT
from scripts.errors import ContentError
from scripts.markdown.macros.monitoring import monitoring
from scripts.markdown.place import Place
from scripts.publish.monitoring import write_monitoring
from tests.docs_folder import FILES, make_docs, site_with

PLACE = Place("beleid/werkkoffer/monitoring/")
SOURCE = FILES["bronnen/monitoring.yml"]


def made(folder: Path, part: str = "") -> BeautifulSoup:
    return BeautifulSoup(monitoring(site_with(folder), PLACE, part), "html.parser")


def test_every_count_has_a_field_and_an_explanation(tmp_path: Path) -> None:
    page = made(tmp_path)

    assert [(one["name"], one["data-label"], one["data-unit"]) for one in page.select("input[data-label]")] == [
        ("gesprekken", "Gesprekken", "gesprekken")
    ]
    row = page.select_one("tbody tr")
    assert row
    assert row.get_text(" ", strip=True) == (
        "Gesprekken (gesprekken) Gesprekken in twee richtingen. Zo tel je. Elk gesprek telt één keer. Peildatum. Geteld op de vijfde "
        "werkdag erna. Wie telt. De werker die het voerde. Wat het niet zegt. Meer gesprekken is niet beter."
    )


def test_only_the_form_needs_a_script_and_the_files_are_linked_without(tmp_path: Path) -> None:
    page = made(tmp_path)

    assert [one.name for one in page.select("[data-needs-script]")] == ["form"]
    assert [one["href"] for one in page.select(".monitoring__files a")] == [
        "../../data/monitoring.csv",
        "../../data/monitoring-woordenboek.csv",
    ]


@pytest.mark.parametrize(("part", "found"), [("", 2), ("formulier", 1), ("woordenboek", 1)])
def test_each_part_can_stand_alone(tmp_path: Path, part: str, found: int) -> None:
    assert len(made(tmp_path, part).select("site-monitoring, table")) == found


def test_an_unknown_part_and_an_empty_source_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match="bestaat niet"):
        made(tmp_path, "<b>")
    empty = site_with(tmp_path / "empty", **{"bronnen/monitoring.yml": "threshold: 5\n"})
    with pytest.raises(ContentError, match="niets om te tellen"):
        monitoring(empty, PLACE)


@pytest.mark.parametrize(
    "wrong",
    [
        SOURCE.replace("threshold: 5", "threshold: 4"),
        SOURCE.replace("id: gesprekken", "id: Gesprekken; x"),
        SOURCE.replace("id: gesprekken", "id: opmerking"),
        SOURCE + SOURCE.partition("indicators:\n")[2],
        SOURCE.replace("    unit:", "    part_of: gesprekken\n    unit:"),
        SOURCE.replace("    unit:", "    part_of: weg\n    unit:"),
        SOURCE.replace("    peildatum: Geteld op de vijfde werkdag erna.\n", ""),
        SOURCE.replace("unit: gesprekken", "unit: jongeren"),
    ],
    ids=[
        "low threshold",
        "no column",
        "taken column",
        "twice",
        "part of itself",
        "part of nothing",
        "no peildatum",
        "unknown unit",
    ],
)
def test_a_count_without_a_sound_definition_is_refused(wrong: str) -> None:
    with pytest.raises(ContentError):
        validate_yaml(wrong, Monitoring, path="monitoring.yml")


def table(path: Path) -> list[list[str]]:
    return list(csv.reader(io.StringIO(path.read_text(encoding="utf-8-sig")), delimiter=";"))


def test_the_template_has_the_columns_of_the_form_and_no_invented_count(tmp_path: Path) -> None:
    write_monitoring(tmp_path / "site", ROOT / "docs")
    head, *rows = table(tmp_path / "site" / "beleid" / "data" / "monitoring.csv")

    assert head == ["periode", *(one.id for one in load_site(ROOT / "docs").monitoring.indicators), "opmerking"]
    assert [row[0] for row in rows] == ["JJJJ-Q1", "JJJJ-Q2", "JJJJ-Q3", "JJJJ-Q4"]
    assert not any(cell for row in rows for cell in row[1:])


def test_the_dictionary_explains_every_column_and_holds_no_formula(tmp_path: Path) -> None:
    hostile = SOURCE.replace("Meer gesprekken is niet beter.", '"=SOM(A1:A9) is niet beter."')
    write_monitoring(tmp_path / "site", make_docs(tmp_path, **{"bronnen/monitoring.yml": hostile}))
    head, row = table(tmp_path / "site" / "beleid" / "data" / "monitoring-woordenboek.csv")

    assert (head[0], row[0], len(row)) == ("kolom", "gesprekken", len(head))
    assert row[-1] == "'=SOM(A1:A9) is niet beter."
