"""The statement on accessibility grows too old by the date of the build, and by nothing else."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from scripts.check.statement import PAGE, check_statement
from scripts.content.site import load_site
from scripts.environment.folders import ROOT
from tests.docs_folder import page, site_with

REVIEWED = "reviewed: 2026-11-27\nreview_by: 2027-10-27\naudience: [beleid]\n"


def statement(front: str = "") -> dict[str, str]:
    return {PAGE: page("Zin.").replace("type: reference\n", f"type: reference\n{front}")}


def said(monkeypatch: pytest.MonkeyPatch, folder: Path, today: date, front: str = REVIEWED) -> list[str]:
    midnight = datetime(today.year, today.month, today.day, tzinfo=UTC)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(midnight.timestamp())))
    return [str(problem) for problem in check_statement(site_with(folder, **statement(front)))]


def test_a_statement_of_a_year_ago_still_holds(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert said(monkeypatch, tmp_path, date(2027, 11, 27)) == []


def test_a_day_later_it_stops_the_build_and_says_what_to_do(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    [problem] = said(monkeypatch, tmp_path, date(2027, 11, 28))

    assert problem.startswith(f"docs/{PAGE}:1 HIB-185")
    assert "van 2026-11-27" in problem
    assert "make test-all" in problem


def test_a_statement_without_a_date_is_none(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    [problem] = said(monkeypatch, tmp_path, date(2026, 11, 27), front="")

    assert "geen datum" in problem


def test_our_statement_names_what_the_law_asks_in_parts_of_its_own() -> None:
    anchors = {heading.anchor for heading in load_site(ROOT / "docs").pages[PAGE].headings}

    assert {"niet", "waarom", "anders", "melden", "klacht"} <= anchors
