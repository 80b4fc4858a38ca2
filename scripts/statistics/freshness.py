"""How old a figure may be. Time is an input: the day of the build comes from SOURCE_DATE_EPOCH, never from the clock."""

import calendar
import os
from datetime import UTC, date, datetime
from typing import Literal

from scripts.errors import ContentError
from scripts.statistics.model import Indicator, Series

VARIABLE = "SOURCE_DATE_EPOCH"
REMEDY = "bouw met make, of geef de datum mee: SOURCE_DATE_EPOCH=$(git log -1 --format=%ct)"
State = Literal["fresh", "late", "hidden"]


def freshness(series: Series, indicator: Indicator, today: date) -> State:
    """Counted from the source's own date, else from the end of the newest period with a value.

    A figure without any date (`z.d.`) has no refresh to be late for: it stays fresh, and the page says it has no date.
    """
    start = series.origin.updated or _end_of_newest(series)
    if start is None:
        return "fresh"
    age = (today - start).days
    if age > indicator.hide_after_days:
        return "hidden"
    return "late" if age > indicator.late_after_days else "fresh"


def build_date() -> date:
    """The day of this build, in UTC. Raises ContentError when SOURCE_DATE_EPOCH is absent or no number of seconds."""
    text = os.environ.get(VARIABLE, "")
    try:
        return datetime.fromtimestamp(int(text), UTC).date()
    except (ValueError, OverflowError, OSError) as error:
        what = f"is geen aantal seconden: '{text[:40]}'" if text else "ontbreekt"
        raise ContentError(VARIABLE, 1, what, REMEDY) from error


def end_of(period: str) -> date | None:
    """The last day of a period; None for `z.d.`."""
    if not period[:4].isdigit():
        return None
    year, rest = int(period[:4]), period[5:]
    if not rest:
        return date(year, 12, 31)
    if len(rest) == len("12-31"):
        return date.fromisoformat(period)
    month = int(rest[1]) * 3 if rest.startswith("Q") else int(rest)
    return date(year, month, calendar.monthrange(year, month)[1])


def _end_of_newest(series: Series) -> date | None:
    ends = [end_of(seen.period) for seen in series.observations if seen.value is not None]
    return max((end for end in ends if end is not None), default=None)
