"""Keeps answers we refused, with the reason, for whoever has to find out why: a bounded folder outside version control."""

import hashlib
import logging
from datetime import date
from pathlib import Path

FILES_KEPT = 20
LARGEST_FILE_BYTES = 200_000

log = logging.getLogger(__name__)


def keep_aside(folder: Path, name: str, body: bytes, reason: str, today: date) -> None:
    """Writes one file: the reason, an empty line, the first part of the body. The oldest make room.

    The same answer twice is one file. That keeping fails (a full disk) is logged and changes nothing else.
    """
    digest = hashlib.sha256(body).hexdigest()[:12]
    try:
        folder.mkdir(parents=True, exist_ok=True)
        head = f"{name}, {today}: {reason}\n\n".encode()
        (folder / f"{name}-{digest}.txt").write_bytes(head + body[:LARGEST_FILE_BYTES])
        newest_first = sorted(folder.glob("*.txt"), key=lambda path: path.stat().st_mtime_ns, reverse=True)
        for path in newest_first[FILES_KEPT:]:
            path.unlink(missing_ok=True)
    except OSError as error:
        log.warning("could not keep the refused answer of %s: %s", name, error.strerror)
