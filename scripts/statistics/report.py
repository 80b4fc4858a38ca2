"""Says what an update run did: in Dutch lines for people, as one JSON document for machines. Pure."""

from typing import Any

from scripts.statistics.merge import Change
from scripts.statistics.model import Observation
from scripts.statistics.update import Outcome, Report

CHANGES_IN_A_LINE = 3
NOTHING = "geen waarde"


def lines(reports: list[Report], *, dry_run: bool) -> list[str]:
    """One line per source and one per indicator."""
    found = []
    for report in reports:
        found.append(f"{report.source} ({report.label}): {_source_words(report)}")
        found += [f"  {name}: {_words(outcome, dry_run)}" for name, outcome in report.indicators.items()]
    return found


def document(reports: list[Report], *, dry_run: bool) -> dict[str, Any]:
    """The same for machines; values are numbers, codes are those of the source."""
    ok = all(report.reason is None for report in reports)
    return {"dry_run": dry_run, "ok": ok, "sources": [_source(report) for report in reports]}


def _source_words(report: Report) -> str:
    if report.off is not None:
        return f"uitgeschakeld: {report.off}"
    if report.reason is None:
        return "antwoordt"
    return "mislukt" if report.indicators else f"mislukt, laatste goede waarden behouden: {report.reason}"


def _words(outcome: Outcome, dry_run: bool) -> str:
    if outcome.state == "unchanged":
        return "ongewijzigd"
    if outcome.state == "failed":
        return f"mislukt, laatste goede waarde behouden: {outcome.reason}"
    shown = [_change_words(change) for change in outcome.changes[-CHANGES_IN_A_LINE:]]
    more = len(outcome.changes) - len(shown)
    listed = "; ".join(shown) + (f"; en nog {more}" if more else "")
    return f"gewijzigd{' (proef: niet bewaard)' if dry_run else ''}{': ' if listed else ''}{listed}"


def _change_words(change: Change) -> str:
    key = "/".join(part for part in (change.geo, change.sex, change.group) if part)
    return f"{key} {change.period}: {_value_words(change.old)} → {_value_words(change.new)}"


def _value_words(seen: Observation | None) -> str:
    if seen is None:
        return NOTHING
    value = NOTHING if seen.value is None else f"{seen.value:g}".replace(".", ",")
    return f"{value} ({seen.flags})" if seen.flags else value


def _source(report: Report) -> dict[str, Any]:
    return {
        "source": report.source,
        "state": _state(report),
        "reason": report.off or report.reason,
        "indicators": [_indicator(name, outcome) for name, outcome in report.indicators.items()],
    }


def _state(report: Report) -> str:
    if report.off is not None:
        return "off"
    return "answering" if report.reason is None else "failing"


def _indicator(name: str, outcome: Outcome) -> dict[str, Any]:
    changes = [_change(change) for change in outcome.changes]
    return {"indicator": name, "state": outcome.state, "reason": outcome.reason, "changes": changes}


def _change(change: Change) -> dict[str, Any]:
    old, new = (None if seen is None else {"value": seen.value, "flags": seen.flags} for seen in (change.old, change.new))
    return {"geo": change.geo, "sex": change.sex, "group": change.group, "period": change.period, "old": old, "new": new}
