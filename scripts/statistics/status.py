"""`status.json`: does each source answer? It changes only when a source goes from answering to failing or back.

A source that is not in it was never asked.
"""

import json
from datetime import date
from pathlib import Path
from typing import Literal

from pydantic import Field, ValidationError

from scripts.content.frozen import Frozen, Text
from scripts.errors import ContentError
from scripts.statistics import store

FILE = "status.json"


class SourceStatus(Frozen):
    """`since` and `reason` are of the first failure after the source last answered; None while it answers."""

    state: Literal["answering", "failing"]
    since: date | None = None
    reason: Text | None = None


class Status(Frozen):
    sources: dict[str, SourceStatus] = Field(default_factory=dict)


def load_status(data: Path) -> Status:
    """The state of every source ever asked. Raises ContentError when the file is damaged."""
    path = data / FILE
    if not path.exists():
        return Status()
    try:
        return Status.model_validate_json(path.read_bytes(), strict=True)
    except (OSError, ValidationError) as error:
        raise ContentError(str(path), 1, "dit bestand is beschadigd", store.REMEDY) from error


def next_status(old: Status, failures: dict[str, str | None], today: date) -> Status:
    """The state after a run; `failures` gives each source asked, with the reason when it failed. Pure."""
    asked = {name: _next(old.sources.get(name), reason, today) for name, reason in failures.items()}
    return Status(sources={**old.sources, **asked})


def write_status(data: Path, old: Status, new: Status) -> None:
    if new != old:
        store.write(data / FILE, json.dumps(new.model_dump(mode="json"), ensure_ascii=False, indent=2, sort_keys=True) + "\n")


def _next(old: SourceStatus | None, reason: str | None, today: date) -> SourceStatus:
    if reason is None:
        return SourceStatus(state="answering")
    return old if old and old.state == "failing" else SourceStatus(state="failing", since=today, reason=reason)
