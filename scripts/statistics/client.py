"""The one HTTP client of all sources: a GET within bounds, a few at a time per host. It does I/O and nothing else.

Every bound is on purpose: an answer that is late, endless, elsewhere or unpacked too large costs this run, not the site.
The bound on the whole (an answer that comes drop by drop, a name lookup that hangs) is kept by `update`.
An address can hold a secret (see `sources/discord.py`): no log line and no error of this module repeats one.
"""

import logging
import os
import random
import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit

import requests
import stamina
from stamina.instrumentation import RetryDetails

from scripts.errors import SourceChanged, SourceUnavailable

# The deploying workflow knows the address of the site; a source can find us there.
USER_AGENT = f"hikikomori-in-beeld (+{os.environ['SITE_URL']})" if "SITE_URL" in os.environ else "hikikomori-in-beeld"
CONNECT_SECONDS, READ_SECONDS = 5.0, 15.0
ATTEMPTS = 4
# A source asked to wait longer than this does not fit in one run: the next run asks again.
LONGEST_WAIT_SECONDS = 20.0
LARGEST_BODY_BYTES = 5_000_000
CHUNK_BYTES = 16_384
QUESTIONS_AT_A_TIME_PER_HOST = 4

log = logging.getLogger(__name__)
# It writes whole addresses, at DEBUG and in warnings; what goes wrong we say ourselves.
logging.getLogger("urllib3").setLevel(logging.CRITICAL + 1)

_turns: dict[str, threading.Semaphore] = {}

Judge = Callable[[int, bytes], None]
"""Looks at (HTTP status, body) and raises when the source says no in its own words."""


class TryAgain(SourceUnavailable):
    """The same request may be answered in a moment; `wait` is how many seconds the source asks for, when it says so."""

    def __init__(self, reason: str, wait: float | None = None) -> None:
        super().__init__(reason)
        self.wait = wait


class Rejected(SourceChanged):
    """The source answered whole, but not what was asked for; `body` is what it said."""

    def __init__(self, reason: str, body: bytes) -> None:
        super().__init__(reason)
        self.body = body


@dataclass(frozen=True)
class Answer:
    """A body that arrived whole, and the address that gave it."""

    url: str
    body: bytes


def get(url: str, parameters: list[tuple[str, str]], judge: Judge, agent: str = USER_AGENT) -> Answer:
    """Asks, and asks again after timeouts, 429, 5xx and TryAgain from `judge`.

    Raises SourceUnavailable when the source does not answer, SourceChanged when it answers something else.
    """
    for attempt in stamina.retry_context(on=_wait, attempts=ATTEMPTS, timeout=40, wait_initial=1, wait_max=8):
        with attempt, _turn(url):
            return _get_once(url, parameters, judge, agent)
    raise AssertionError("stamina lets the last error through")


def _turn(url: str) -> threading.Semaphore:
    """Whoever holds it may ask; all sources on one host share it."""
    return _turns.setdefault(urlsplit(url).netloc.lower(), threading.Semaphore(QUESTIONS_AT_A_TIME_PER_HOST))


def _wait(error: Exception) -> bool | float:
    """For stamina: whether to ask again, or after how many seconds."""
    if not isinstance(error, TryAgain) or (error.wait or 0) > LONGEST_WAIT_SECONDS:
        return False
    # A little more than asked for, so that all who were sent away together do not come back together.
    return True if error.wait is None else error.wait + random.uniform(0, 1)  # noqa: S311 (no secret)


def _get_once(url: str, parameters: list[tuple[str, str]], judge: Judge, agent: str) -> Answer:
    # `from None`: the messages of requests hold the whole address.
    try:
        with requests.get(
            url,
            params=parameters,
            headers={"User-Agent": agent, "Accept": "application/json"},
            timeout=(CONNECT_SECONDS, READ_SECONDS),
            stream=True,
            allow_redirects=False,
        ) as response:
            _check_status(response)
            body = _read(response)
            _judge(response.status_code, body, judge)
            return Answer(response.url, body)
    except requests.exceptions.SSLError:
        raise SourceUnavailable("de beveiligde verbinding klopt niet (certificaat)") from None
    except requests.exceptions.Timeout:
        raise TryAgain("antwoordt niet op tijd") from None
    except requests.exceptions.ContentDecodingError:
        raise SourceChanged("het antwoord is niet uit te pakken") from None
    except (requests.exceptions.ConnectionError, requests.exceptions.ChunkedEncodingError):
        raise TryAgain("geen verbinding, of ze brak af voor het antwoord compleet was") from None
    except requests.exceptions.RequestException as error:
        raise SourceUnavailable(f"de vraag kon niet vertrekken ({type(error).__name__})") from None


def _judge(status: int, body: bytes, judge: Judge) -> None:
    try:
        judge(status, body)
        if status != requests.codes.ok:
            raise SourceChanged(f"antwoordt HTTP {status}")
    except SourceChanged as error:
        raise Rejected(str(error), body) from None


def _check_status(response: requests.Response) -> None:
    status = response.status_code
    if status == requests.codes.too_many_requests or status >= 500:
        wait = _retry_after(response.headers.get("Retry-After", ""))
        too_long = " en vraagt langer te wachten dan één keer ophalen mag duren" if (wait or 0) > LONGEST_WAIT_SECONDS else ""
        raise TryAgain(f"antwoordt HTTP {status}{too_long}", wait)
    if 300 <= status < 400:
        # Also on its own host: an address that moved is ours to follow with open eyes.
        raise SourceChanged(f"stuurt door naar een ander adres (HTTP {status}); dat volgen we niet")


def _retry_after(text: str) -> float | None:
    """Seconds asked for, from a number or an HTTP date; None when absent or unreadable."""
    try:
        seconds = float(text)
    except ValueError:
        try:
            seconds = (parsedate_to_datetime(text) - datetime.now(UTC)).total_seconds()
        except (ValueError, TypeError, OverflowError):
            return None
        seconds = max(seconds, 0.0)
    return seconds if seconds >= 0 else None


def _read(response: requests.Response) -> bytes:
    """The body, unpacked piece by piece, so that neither an endless nor a tightly packed answer fills the memory."""
    body = bytearray()
    for chunk in response.iter_content(CHUNK_BYTES):
        body += chunk
        if len(body) > LARGEST_BODY_BYTES:
            raise SourceChanged(f"het antwoord is groter dan {LARGEST_BODY_BYTES // 1_000_000} MB")
    return bytes(body)


def log_retry(details: RetryDetails) -> None:
    """For stamina: says on stderr why we wait."""
    log.warning("asking again in %.1f s: %s", details.wait_for, details.caused_by)
