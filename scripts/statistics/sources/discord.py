"""The number of members of one Discord server, from an invite. Off unless the secret DISCORD_INVITE is set.

Only `approximate_member_count` is read; names, inviter and everything else are dropped before anything is kept or logged.
The widget is not supported: it shows the names of up to a hundred members to anyone.
"""

import os
import re
from typing import Any

from scripts.errors import ContentError, SourceChanged, SourceUnavailable
from scripts.statistics import client
from scripts.statistics.jsonstat import read_json
from scripts.statistics.model import Observation, Origin, Series
from scripts.statistics.source import Question, Remote

# Without the version in the path Discord answers with its oldest API.
BASE_URL = "https://discord.com/api/v10"
DOCUMENTATION = "https://discord.com/developers/docs/resources/invite"
VARIABLE = "DISCORD_INVITE"
CODE = re.compile(r"[A-Za-z0-9-]{2,64}", re.ASCII)
# Discord asks for this form: the product, then an address and a version.
AGENT = f"DiscordBot ({os.environ.get('SITE_URL', 'hikikomori-in-beeld')}, 1)"
LICENCE = "geen; een benaderend aantal volgens Discord"
NOTE = "Discord geeft het aantal van nu, benaderend; hier afgerond op tien"


def off() -> str | None:
    return None if os.environ.get(VARIABLE, "").strip() else f"{VARIABLE} is niet ingesteld"


def fetch(questions: list[Question]) -> client.Answer:
    """The answer without its address, which holds the secret."""
    base = os.environ.get("DISCORD_URL") or BASE_URL
    found = client.get(f"{base.rstrip('/')}/invites/{_code()}", [("with_counts", "true")], judge, AGENT)
    return client.Answer(DOCUMENTATION, found.body)


def _code() -> str:
    """The code, also when the whole invite link was given."""
    code = os.environ.get(VARIABLE, "").strip().rstrip("/").rsplit("/", 1)[-1]
    if not CODE.fullmatch(code):
        raise ContentError(VARIABLE, 1, "is geen uitnodigingscode", "neem het laatste stuk van de uitnodigingslink")
    return code


def judge(status: int, body: bytes) -> None:
    """Raises in our own words: the text of Discord is not repeated."""
    if status == 404:
        raise SourceChanged("de uitnodiging of de server bestaat niet (meer) (HTTP 404)")
    if body.lstrip().startswith(b"<"):
        raise SourceUnavailable(f"stuurt een webpagina in plaats van een aantal (HTTP {status})")


def parse(answer: client.Answer, question: Question, asked_with: list[Question]) -> list[Series]:
    count = _count(read_json(answer.body))
    origin = Origin(
        publisher="Discord",
        dataset=question.indicator.dataset,
        url=answer.url,
        licence=LICENCE,
        updated=None,
        updated_note=NOTE,
        retrieved=question.today,
        checksum=None,
        next_expected=None,
    )
    seen = Observation(period=question.today.isoformat(), value=to_ten(count))
    return [Series(key=question.indicator.series[0], origin=origin, observations=[seen])]


def _count(document: Any) -> int:
    if not isinstance(document, dict):
        raise SourceChanged("het antwoord is geen JSON-object")
    count = document.get("approximate_member_count")
    if count is None:
        raise SourceUnavailable("geeft nu geen aantal leden")
    if type(count) is not int or count < 0:
        raise SourceChanged("het aantal leden is geen gewoon getal")
    return count


def to_ten(count: int) -> int:
    """Rounded to ten, five upwards: exact counts would show who came and who left."""
    return (count + 5) // 10 * 10


SOURCE = Remote(label="Discord", fetch=fetch, parse=parse, off=off, live=True, secret=True)
