"""Of two values for one key and period the newer wins, and nothing published is lost."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from scripts.statistics.merge import changes, merge, rows
from scripts.statistics.model import IndicatorData, Key, Observation, Origin, Series

DAYS = st.one_of(st.none(), st.dates(date(2024, 1, 1), date(2024, 1, 4)))


def series(value: float | None, publisher: str = "Eurostat", updated: date | None = date(2024, 1, 1), **other: str) -> Series:
    origin = Origin(
        publisher=publisher,
        dataset=other.get("dataset", "x"),
        url="u",
        licence="l",
        updated=updated,
        retrieved=date(2024, 2, 1),
        checksum=None,
        next_expected=None,
    )
    seen = Observation(
        period=other.get("period", "2023"), value=value, flags=other.get("flags", "" if value is not None else "c")
    )
    return Series(key=Key(geo=other.get("geo", "BE")), origin=origin, observations=[seen])


ANSWERS = st.lists(
    st.builds(
        series,
        value=st.one_of(st.none(), st.sampled_from([1.0, 2.0, 3.0])),
        publisher=st.sampled_from(["Eurostat", "Statbel"]),
        updated=DAYS,
        period=st.sampled_from(["2022", "2023"]),
        geo=st.sampled_from(["BE", "BE2"]),
    ),
    max_size=4,
    unique_by=lambda one: (one.key.geo, one.observations[0].period),
)


def merged(*answers: list[Series]) -> IndicatorData:
    data = IndicatorData(indicator="x", series=[])
    for answer in answers:
        data = merge("x", data, answer)
    return data


def value_of(data: IndicatorData) -> list[float | None]:
    return [row.seen.value for row in rows(data.series)]


def test_the_newer_value_wins_and_the_older_waits() -> None:
    data = merged([series(9.5, "Statistiek Vlaanderen", date(2024, 5, 8))], [series(9.6, updated=date(2026, 1, 1))])
    assert value_of(data) == [9.6]
    assert [(row.origin.publisher, row.seen.value) for row in rows(data.superseded)] == [("Statistiek Vlaanderen", 9.5)]


def test_an_older_answer_of_another_publisher_does_not_win() -> None:
    data = merged([series(9.6, updated=date(2026, 1, 1))], [series(9.5, "Statistiek Vlaanderen", date(2024, 5, 8))])
    assert value_of(data) == [9.6]
    assert [row.seen.value for row in rows(data.superseded)] == [9.5]


def test_the_same_value_of_the_same_publisher_leaves_nothing_behind() -> None:
    data = merged([series(9.6, dataset="a")], [series(9.6, updated=date(2026, 1, 1), dataset="b")])
    assert data.superseded == []
    assert [row.origin.dataset for row in rows(data.series)] == ["b"]


def test_the_same_value_of_another_publisher_is_remembered() -> None:
    data = merged([series(9.6, "Statbel")], [series(9.6, updated=date(2026, 1, 1))])
    assert [row.origin.publisher for row in rows(data.superseded)] == ["Statbel"]


def test_a_publisher_can_withhold_its_own_value() -> None:
    assert value_of(merged([series(9.6)], [series(None, updated=date(2026, 1, 1))])) == [None]


def test_a_publisher_cannot_withhold_the_value_of_another() -> None:
    assert value_of(merged([series(7.3, "Statbel")], [series(None, updated=date(2026, 1, 1))])) == [7.3]


def test_a_row_that_is_not_in_the_answer_stays() -> None:
    data = merged([series(7.3, "Statbel", geo="BE2")], [series(9.6)])
    assert value_of(data) == [9.6, 7.3]


def test_changes_name_what_was_and_what_is() -> None:
    old, new = merged([series(9.6)]), merged([series(9.7)], [series(1.0, period="2024")])
    assert [(one.period, one.old and one.old.value, one.new and one.new.value) for one in changes(old, new)] == [
        ("2023", 9.6, 9.7),
        ("2024", None, 1.0),
    ]


def test_a_new_flag_is_a_change() -> None:
    assert changes(merged([series(9.6)]), merged([series(9.6, flags="b")]))


def test_another_origin_for_the_same_value_is_no_change() -> None:
    assert changes(merged([series(9.6)]), merged([series(9.6, "Statbel")])) == []


@given(ANSWERS, ANSWERS)
def test_merging_an_answer_again_changes_nothing(first: list[Series], second: list[Series]) -> None:
    once = merged(first, second)
    assert merge("x", once, second) == once


@given(ANSWERS, ANSWERS, ANSWERS)
def test_every_place_has_one_value(first: list[Series], second: list[Series], third: list[Series]) -> None:
    places = [row.place for row in rows(merged(first, second, third).series)]
    assert len(places) == len(set(places))


@given(ANSWERS, ANSWERS)
def test_nothing_published_is_lost(first: list[Series], second: list[Series]) -> None:
    data = merged(first, second)
    kept = {(row.place, row.claim) for row in [*rows(data.series), *rows(data.superseded)]}
    assert {(row.place, row.claim) for row in [*rows(first), *rows(second)]} <= kept


@given(ANSWERS, ANSWERS)
def test_the_winner_is_never_older_than_a_loser_with_a_value(first: list[Series], second: list[Series]) -> None:
    data = merged(first, second)
    winners = {row.place: row for row in rows(data.series)}
    for loser in rows(data.superseded):
        winner = winners[loser.place]
        if loser.seen.value is not None and winner.seen.value is not None:
            assert (winner.origin.updated or date.min) >= (loser.origin.updated or date.min)


@given(ANSWERS, ANSWERS)
def test_series_hold_their_periods_in_order(first: list[Series], second: list[Series]) -> None:
    for one in merged(first, second).series:
        periods = [seen.period for seen in one.observations]
        assert periods == sorted(set(periods))
