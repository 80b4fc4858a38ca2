"""Reads and writes `docs/data/`. A reader, a second writer or a power cut sees the old file or the new one, never a part."""

import json
import os
import secrets
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pydantic import ValidationError

from scripts.errors import ContentError
from scripts.statistics.model import IndicatorData, Key, Observation, Series

REMEDY = "zet de vorige versie terug (git checkout) en haal de cijfers opnieuw op"


def load(path: Path) -> IndicatorData:
    """The last-good values in `path`. Raises ContentError when the file is missing or damaged."""
    try:
        text = path.read_text(encoding="utf-8")
        # The loose mode would read "9.8" and true as numbers.
        data = IndicatorData.model_validate_json(text, strict=True)
    except OSError as error:
        raise ContentError(str(path), 1, "dit gegevensbestand is niet te lezen", "haal de cijfers op (make update)") from error
    except UnicodeDecodeError as error:
        raise ContentError(str(path), 1, "dit gegevensbestand is geen UTF-8", REMEDY) from error
    except ValidationError as error:
        place = ".".join(str(part) for part in error.errors()[0]["loc"]) or "het begin"
        raise ContentError(str(path), 1, f"dit gegevensbestand is beschadigd (bij {place})", REMEDY) from error
    if data.indicator != path.stem:
        raise ContentError(str(path), 1, f"dit gegevensbestand hoort bij '{data.indicator}'", REMEDY)
    return data


def load_if_there(path: Path) -> IndicatorData | None:
    """None for an indicator that was never fetched; a damaged file still raises ContentError."""
    return load(path) if path.exists() else None


def latest(data: IndicatorData, geo: str, sex: str = "T", group: str = "") -> tuple[Series, Observation] | None:
    """The newest period with a value for this area, sex and group, with the series it stands in."""
    found = [
        (series, seen)
        for series in data.series
        if series.key == Key(geo=geo, sex=sex, group=group)
        for seen in series.observations
        if seen.value is not None
    ]
    return max(found, key=lambda pair: pair[1].period, default=None)


def serialise(data: IndicatorData) -> str:
    """The text of an indicator file: always the same for the same data, one field a line so that a diff reads well."""
    return json.dumps(data.model_dump(mode="json"), ensure_ascii=False, indent=2, allow_nan=False) + "\n"


def write(path: Path, text: str) -> None:
    """Replaces the file at `path` in one step; on any error the old one stays and nothing lies beside it."""
    # Opened by name, not by tempfile: its files are readable by their owner only, and a web server must read these.
    temporary = path.with_name(f".{path.name}.{secrets.token_hex(8)}.tmp")
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        with temporary.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)
    _sync_folder(path.parent)


@contextmanager
def only_writer(folder: Path) -> Iterator[None]:
    """Keeps other updates out of `folder` meanwhile, so that nobody writes over what we read; a killed one lets go by itself.

    What a killed update left half-written is taken away. Windows has no such lock: there nobody is kept out.
    """
    folder.mkdir(parents=True, exist_ok=True)
    if sys.platform == "win32":
        yield
        return
    import fcntl

    descriptor = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        for left in folder.glob(".*.tmp"):
            left.unlink(missing_ok=True)
        yield
    finally:
        os.close(descriptor)


def _sync_folder(folder: Path) -> None:
    """Makes the new name survive a power cut; Windows cannot open a folder and does this by itself."""
    if os.name == "posix":
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
