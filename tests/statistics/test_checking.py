"""An answer that may be wrong never replaces the last-good values."""

from collections.abc import Callable
from datetime import date

import pytest

from scripts.errors import SourceChanged
from scripts.statistics.check import check
from scripts.statistics.merge import merge
from scripts.statistics.model import Indicator, Key, Observation, Origin, Series

TODAY = date(2026, 11, 22)
ORIGIN = Origin(
    publisher="Eurostat",
    dataset="edat_lfse_22",
    url="u",
    licence="l",
    updated=date(2026, 4, 16),
    retrieved=TODAY,
    checksum=None,
    next_expected=None,
)
GOOD = {"2023": 9.6, "2024": 9.9, "2025": 9.8}
Check = Callable[..., None]


def series(values: dict[str, float | None], origin: Origin = ORIGIN, geo: str = "BE", flags: str = "") -> Series:
    observations = [Observation(period=period, value=value, flags=flags) for period, value in values.items()]
    return Series(key=Key(geo=geo), origin=origin, observations=observations)


@pytest.fixture
def accepts(neet: Indicator) -> Check:
    """Checks series against the good values of before, or against nothing."""

    def run(*incoming: Series, before: Series | None = None, indicator: Indicator = neet) -> None:
        check(indicator, list(incoming), merge("neet-15-29", None, [before]) if before else None, TODAY)

    return run


def dated(updated: date) -> Origin:
    return ORIGIN.model_copy(update={"updated": updated})


def test_good_values_pass_with_and_without_a_past(accepts: Check) -> None:
    accepts(series(GOOD))
    accepts(series(GOOD), before=series(GOOD))
    accepts(series(GOOD | {"2026": 9.7}, dated(date(2026, 11, 1))), before=series(GOOD))


def test_a_break_may_jump(accepts: Check) -> None:
    before, after = Observation(period="2023", value=9.0), Observation(period="2024", value=20.0, flags="b")
    accepts(series({}).model_copy(update={"observations": [before, after]}))


def test_a_revision_within_reason_passes(accepts: Check) -> None:
    accepts(series(GOOD | {"2023": 10.4}, dated(date(2026, 5, 1))), before=series(GOOD))


def test_another_dataset_may_have_other_periods(accepts: Check) -> None:
    other = ORIGIN.model_copy(update={"dataset": "tesem150", "updated": date(2026, 10, 1)})
    accepts(series({"2025": 9.8}), before=series(GOOD, other))


def test_periods_before_the_oldest_asked_for_may_be_absent(accepts: Check, neet: Indicator) -> None:
    accepts(series({"2025": 9.8}), before=series(GOOD), indicator=neet.model_copy(update={"since": "2025"}))


def test_one_break_mark_may_be_taken_back_but_not_all_at_once(accepts: Check) -> None:
    def marked(*periods: str) -> Series:
        seen = [Observation(period=period, value=value, flags="b" if period in periods else "") for period, value in GOOD.items()]
        return Series(key=Key(geo="BE"), origin=ORIGIN, observations=seen)

    accepts(marked("2024"), before=marked("2023", "2024"))
    accepts(marked(), before=marked("2024"))
    with pytest.raises(SourceChanged, match="reeksbreuken"):
        accepts(marked(), before=marked("2023", "2024"))


@pytest.mark.parametrize(
    ("incoming", "reason"),
    [
        ([], "geen enkele waarde"),
        ([series({"2025": None}, flags="c")], "geen enkele waarde"),
        ([series(GOOD | {"2025": -0.1})], "onmogelijke waarde"),
        ([series(GOOD | {"2025": 98.0})], "onmogelijke waarde"),
        ([series(GOOD | {"2025": 17.0})], "onwaarschijnlijke sprong"),
        ([series({"2023": 9.6, "2025": 9.8})], "minder rijen"),
        ([series({"2023": 9.6, "2024": 9.9})], "minder rijen"),
        ([series(GOOD, geo="EU27_2020")], "minder rijen"),
        ([series(GOOD, dated(date(2026, 4, 15)))], "ouder"),
        ([series(GOOD, dated(date(2026, 11, 23)))], "toekomst"),
        ([series(GOOD | {"2027": 9.7})], "toekomst"),
        ([series(GOOD), series(GOOD)], "twee waarden"),
        ([series(GOOD, geo="XX"), series(GOOD)], "niet gevraagd"),
        ([series({"2023": 3.0, "2024": 3.0, "2025": 3.0})], "onwaarschijnlijke sprong"),
    ],
    ids=[
        "nothing",
        "all withheld",
        "below the range",
        "above the range",
        "a jump between periods",
        "a period gone",
        "the newest period gone",
        "an area gone",
        "an older copy",
        "updated in the future",
        "a future period",
        "a period twice",
        "an area nobody asked for",
        "all values lower than before",
    ],
)
def test_a_doubtful_answer_is_refused(accepts: Check, incoming: list[Series], reason: str) -> None:
    with pytest.raises(SourceChanged, match=reason):
        accepts(*incoming, before=series(GOOD))
