"""Ages come from the day of the build, never from the clock."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from scripts.errors import ContentError
from scripts.statistics.catalogue import read_catalogue
from scripts.statistics.freshness import build_date, end_of, freshness
from scripts.statistics.store import load


@pytest.mark.parametrize(
    ("days", "state"), [(0, "fresh"), (400, "fresh"), (401, "late"), (1461, "late"), (1462, "hidden"), (-5, "fresh")]
)
def test_a_figure_becomes_late_and_then_hidden(docs: Path, days: int, state: str) -> None:
    indicator = read_catalogue(docs)["neet-15-29"]
    series = load(docs / "data" / "neet-15-29.json").series[0]
    assert series.origin.updated == date(2026, 4, 16)
    assert freshness(series, indicator, date(2026, 4, 16) + timedelta(days=days)) == state


def test_without_a_date_of_the_source_the_newest_period_counts(docs: Path) -> None:
    indicator = read_catalogue(docs)["neet-15-29"]
    series = load(docs / "data" / "neet-15-29.json").series[0]
    undated = series.model_copy(update={"origin": series.origin.model_copy(update={"updated": None})})
    newest = date(2025, 12, 31)
    assert freshness(undated, indicator, newest + timedelta(days=400)) == "fresh"
    assert freshness(undated, indicator, newest + timedelta(days=401)) == "late"


def test_a_figure_without_any_date_never_becomes_late(docs: Path) -> None:
    series = load(docs / "data" / "project-discord.json").series[0]
    assert freshness(series, read_catalogue(docs)["project-discord"], date(2099, 1, 1)) == "fresh"


@pytest.mark.parametrize(
    ("period", "end"),
    [
        ("2025", date(2025, 12, 31)),
        ("2024-Q1", date(2024, 3, 31)),
        ("2025-Q4", date(2025, 12, 31)),
        ("2024-02", date(2024, 2, 29)),
        ("2024-11-30", date(2024, 11, 30)),
        ("z.d.", None),
    ],
)
def test_a_period_ends_on_its_last_day(period: str, end: date | None) -> None:
    assert end_of(period) == end


def test_the_build_date_comes_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795305600")
    assert build_date() == date(2026, 11, 22)


@pytest.mark.parametrize("text", ["", "today", "1.5", "9" * 30, "2026-11-22"])
def test_without_a_usable_build_date_the_build_stops(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", text)
    with pytest.raises(ContentError, match="SOURCE_DATE_EPOCH"):
        build_date()
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    with pytest.raises(ContentError, match="ontbreekt"):
        build_date()
