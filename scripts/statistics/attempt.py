"""The one place where any error becomes a reason, so that the next indicator and source still get their turn."""

import logging
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from scripts.errors import ContentError, SourceChanged, SourceUnavailable
from scripts.statistics.client import Rejected
from scripts.statistics.redaction import redacted

log = logging.getLogger(__name__)
T = TypeVar("T")


@dataclass(frozen=True)
class Failure:
    """Why something did not work, in Dutch; `body` is the answer that was refused, when there was a whole one."""

    reason: str
    body: bytes | None = None


def attempt(name: str, work: Callable[[], T]) -> T | Failure:
    """What `work` gives, or why it could not. `name` is what it was about, for the log."""
    try:
        return work()
    except (SourceUnavailable, SourceChanged, ContentError) as error:
        return Failure(redacted(str(error)), error.body if isinstance(error, Rejected) else None)
    except OSError as error:
        return Failure(f"bewaren lukte niet ({redacted(error.strerror or type(error).__name__)})")
    except Exception as error:  # noqa: BLE001 (logged whole, but for the secrets in it)
        log.error("unexpected error in %s\n%s", name, redacted(traceback.format_exc()))
        return Failure(f"onverwachte fout ({type(error).__name__}); zie het logboek")
