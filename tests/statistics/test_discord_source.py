"""Only a rounded count comes from Discord, and only when asked for; the invite and all names stay out of everything."""

import json
import logging
import socket
import threading
import traceback
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from scripts.errors import ContentError, SourceChanged, SourceUnavailable
from scripts.statistics import client
from scripts.statistics.model import Indicator
from scripts.statistics.source import Question
from scripts.statistics.sources import discord
from scripts.statistics.store import load

Run = Callable[..., int]
DISCORD = Path(__file__).parents[1] / "fixtures" / "discord"
CODE = "s3CretInv1te"
LISTED = """\
discord-leden:
  title: Leden
  short: Leden
  definition: Aantal leden volgens Discord.
  unit: NR
  unit_label: leden
  age: ""
  source: discord
  dataset: aantal leden bij een uitnodiging
  page: cijfers/index.md
  geo: [discord]
  sex: []
  minimum: 0
  maximum: 1000000
  largest_jump: 1000000
  late_after_days: 400
  hide_after_days: 800
  late_reason: Nog niet opgehaald.
"""


def recorded(**changed: object) -> dict[str, Any]:
    return json.loads((DISCORD / "invite-200.json").read_text(encoding="utf-8")) | changed  # type: ignore[no-any-return]


@pytest.fixture
def listed(docs: Path) -> None:
    (docs / "bronnen" / "indicatoren.yml").write_text(LISTED, encoding="utf-8")


@pytest.fixture
def invite(listed: None, httpserver: HTTPServer, monkeypatch: pytest.MonkeyPatch) -> Callable[[object], None]:
    """Switches Discord on, with an answer to the invite: a JSON document or a whole response."""
    monkeypatch.setenv("DISCORD_INVITE", CODE)
    monkeypatch.setenv("DISCORD_URL", httpserver.url_for("/api/v10"))

    def answer(said: object) -> None:
        httpserver.clear()
        handler = said if callable(said) else lambda request: Response(json.dumps(said), content_type="application/json")
        httpserver.expect_request(f"/api/v10/invites/{CODE}", query_string="with_counts=true").respond_with_handler(handler)

    return answer


def everything(folder: Path) -> str:
    return "".join(path.read_text(encoding="utf-8", errors="replace") for path in folder.rglob("*") if path.is_file())


@pytest.mark.usefixtures("listed")
@pytest.mark.parametrize("value", [None, "", "  "])
def test_without_a_secret_it_is_switched_off_and_nothing_fails(
    run: Run, docs: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], value: str | None
) -> None:
    if value is not None:
        monkeypatch.setenv("DISCORD_INVITE", value)
    before = everything(docs / "data")
    assert run("--source", "discord") == 0
    assert "discord (Discord): uitgeschakeld" in capsys.readouterr().out
    assert run("--source", "discord", "--json") == 0
    report = json.loads(capsys.readouterr().out)
    assert report["ok"] is True
    assert report["sources"][0]["state"] == "off"
    assert everything(docs / "data") == before


def test_the_count_is_rounded_and_stands_alone(run: Run, invite: Callable[[object], None], docs: Path) -> None:
    invite(recorded())
    before = (docs / "data" / "project-discord.json").read_bytes()
    assert run() == 0
    data = load(docs / "data" / "discord-leden.json")
    assert [(one.key.geo, seen.period, seen.value) for one in data.series for seen in one.observations] == [
        ("discord", "2026-11-22", 130.0)
    ]
    assert (docs / "data" / "project-discord.json").read_bytes() == before


def test_nothing_but_the_count_is_kept(run: Run, invite: Callable[[object], None], docs: Path) -> None:
    document = recorded(inviter={"username": "noor-de-beheerder", "id": "77"})
    invite(document)
    run("--source", "discord")
    text = (docs / "data" / "discord-leden.json").read_text(encoding="utf-8")
    guild = document["guild"]
    for hidden in (CODE, "Nanako", guild["id"], document["code"], document["channel"]["name"], "noor-de-beheerder", "125"):
        assert hidden not in text
    assert '"checksum": null' in text


def test_the_agent_has_the_form_discord_asks_for(run: Run, invite: Callable[[object], None], httpserver: HTTPServer) -> None:
    invite(recorded())
    run("--source", "discord")
    assert [request.headers["User-Agent"].startswith("DiscordBot (") for request, _ in httpserver.log] == [True]


def test_it_is_written_again_only_when_the_rounded_number_differs(run: Run, invite: Callable[[object], None], docs: Path) -> None:
    path = docs / "data" / "discord-leden.json"
    invite(recorded())
    run("--source", "discord")
    first = path.read_bytes()
    invite(recorded(approximate_member_count=134))
    assert run("--source", "discord", "--today", "2026-11-29") == 0
    assert path.read_bytes() == first
    invite(recorded(approximate_member_count=136))
    assert run("--source", "discord", "--today", "2026-12-06") == 0
    seen = [seen for one in load(path).series for seen in one.observations]
    assert [(one.period, one.value) for one in seen] == [("2026-12-06", 140.0)]


def test_a_whole_invite_link_will_do(run: Run, invite: Callable[[object], None], monkeypatch: pytest.MonkeyPatch) -> None:
    invite(recorded())
    monkeypatch.setenv("DISCORD_INVITE", f" https://discord.gg/{CODE}/ ")
    assert run("--source", "discord") == 0


@pytest.mark.parametrize(("count", "rounded"), [(0, 0), (4, 0), (5, 10), (14, 10), (15, 20), (25, 30), (148, 150)])
def test_five_is_rounded_up(count: int, rounded: int) -> None:
    assert discord.to_ten(count) == rounded


def plain(body: bytes | str, status: int = 200, **headers: str) -> Callable[[Request], Response]:
    return lambda request: Response(body, status=status, headers=headers, content_type="application/json")


def fixture(name: str) -> bytes:
    return (DISCORD / name).read_bytes()


FAULTS = {
    "unknown invite": (plain(fixture("invite-404-unknown.json"), 404), "bestaat niet (meer)"),
    "no counts": (plain(fixture("invite-docs-example.json")), "geen aantal"),
    "null": (plain(json.dumps(recorded(approximate_member_count=None))), "geen aantal"),
    "a count as text": (plain(json.dumps(recorded(approximate_member_count="125"))), "geen gewoon getal"),
    "a count that is true": (plain(json.dumps(recorded(approximate_member_count=True))), "geen gewoon getal"),
    "a negative count": (plain(json.dumps(recorded(approximate_member_count=-5))), "geen gewoon getal"),
    "an absurd count": (plain(json.dumps(recorded(approximate_member_count=10**9))), "onmogelijke waarde"),
    "a list": (plain("[]"), "geen JSON-object"),
    "nothing": (plain(""), "geldige JSON"),
    "a block page": (plain("<!DOCTYPE html>Error 1015", 403), "webpagina"),
    "403": (plain("{}", 403), "HTTP 403"),
    "429": (plain(fixture("429-user.json"), 429, **{"Retry-After": "65"}), "HTTP 429"),
    "500": (plain("", 500), "HTTP 500"),
    "a redirect": (plain("", 302, Location=f"https://elsewhere.example/{CODE}"), "stuurt door"),
    "an answer that repeats the code": (plain(f'{{"message": "{CODE}"}}', 400), "HTTP 400"),
}


@pytest.mark.parametrize(("said", "reason"), [pytest.param(*fault, id=name) for name, fault in FAULTS.items()])
def test_a_fault_keeps_the_last_count_and_tells_nothing_secret(
    run: Run,
    invite: Callable[[object], None],
    docs: Path,
    capsys: pytest.CaptureFixture[str],
    caplog: pytest.LogCaptureFixture,
    said: Callable[[Request], Response],
    reason: str,
) -> None:
    caplog.set_level(logging.DEBUG)
    invite(recorded())
    run("--source", "discord")
    before = (docs / "data" / "discord-leden.json").read_bytes()
    invite(said)

    assert run("--source", "discord") == 1
    assert run("--source", "discord", "--json") == 1

    shown = capsys.readouterr()
    assert reason in shown.out
    assert (docs / "data" / "discord-leden.json").read_bytes() == before
    assert not (docs.parent / ".cache").exists(), "a refused answer of a secret source is not kept"
    assert CODE not in shown.out + shown.err + ours(caplog) + everything(docs.parent)
    assert "Nanako" not in shown.out + shown.err + ours(caplog) + everything(docs.parent)


def ours(caplog: pytest.LogCaptureFixture) -> str:
    """All that was logged at any level, but for the server that plays Discord."""
    formatter = logging.Formatter("%(name)s %(message)s")
    return "\n".join(formatter.format(record) for record in caplog.records if record.name != "werkzeug")


@pytest.fixture
def rude() -> Iterator[str]:
    """A server that sends a header no parser understands: a library would warn, with the whole address."""
    with socket.create_server(("127.0.0.1", 0)) as server:

        def answer() -> None:
            while True:
                try:
                    connection, _ = server.accept()
                except OSError:
                    return
                with connection:
                    connection.recv(65_536)
                    connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\nno header at all\r\n\r\n{}")

        threading.Thread(target=answer, daemon=True).start()
        yield f"http://127.0.0.1:{server.getsockname()[1]}"


@pytest.mark.parametrize(
    "base", ["http://127.0.0.1:9", "https://127.0.0.1:9", "not an address", "ftp://127.0.0.1", "http://[half", "rude"]
)
def test_an_address_that_does_not_answer_tells_nothing_secret(
    run: Run,
    invite: Callable[[object], None],
    docs: Path,
    rude: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    caplog: pytest.LogCaptureFixture,
    base: str,
) -> None:
    caplog.set_level(logging.DEBUG)
    monkeypatch.setenv("DISCORD_URL", rude if base == "rude" else base)
    assert run("--source", "discord") == 1
    shown = capsys.readouterr()
    assert CODE not in shown.out + shown.err + ours(caplog) + everything(docs.parent)


def test_a_bug_tells_where_it_is_and_nothing_secret(
    run: Run,
    invite: Callable[[object], None],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    caplog: pytest.LogCaptureFixture,
) -> None:
    def broken(url: str, **options: object) -> None:
        raise RuntimeError(f"no way to {url}") from KeyError(url)

    monkeypatch.setattr(client.requests, "get", broken)
    assert run("--source", "discord") == 1
    shown = capsys.readouterr()
    logged = ours(caplog)
    assert "RuntimeError" in logged
    assert "invites/(geheim)" in logged
    assert CODE not in shown.out + shown.err + logged


@pytest.mark.parametrize("said", [plain("", 500), plain("", 302), plain("[]"), plain("", 403)], ids=["500", "302", "list", "403"])
def test_the_traceback_of_an_error_tells_nothing_secret(
    invite: Callable[[object], None], docs: Path, said: Callable[[Request], Response]
) -> None:
    invite(said)
    question = Question("discord-leden", a_count(), docs, date(2026, 11, 22))
    with pytest.raises((SourceChanged, SourceUnavailable)) as caught:
        discord.parse(discord.fetch([question]), question, [question])
    assert CODE not in "".join(traceback.format_exception(caught.value))


def test_the_traceback_of_a_refused_connection_tells_nothing_secret(docs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISCORD_INVITE", CODE)
    with pytest.raises(SourceUnavailable) as caught:
        discord.fetch([Question("discord-leden", a_count(), docs, date(2026, 11, 22))])
    assert CODE not in "".join(traceback.format_exception(caught.value))


@pytest.mark.parametrize("value", ["with space", "a/../../guilds/1", "x", "code?with_counts=false", "é" * 8, "x" * 200])
def test_a_secret_that_is_no_invite_is_refused_without_repeating_it(
    docs: Path, monkeypatch: pytest.MonkeyPatch, value: str
) -> None:
    monkeypatch.setenv("DISCORD_INVITE", value if "/" not in value else value + "?x")
    with pytest.raises(ContentError, match="geen uitnodigingscode") as caught:
        discord.fetch([Question("discord-leden", a_count(), docs, date(2026, 11, 22))])
    if len(value) > 1:
        assert value not in str(caught.value)


def a_count() -> Indicator:
    return Indicator(
        title="t",
        short="s",
        definition="d",
        unit="NR",
        unit_label="leden",
        age="",
        source="discord",
        dataset="aantal leden",
        page="p",
        geo=["discord"],
        sex=[],
        minimum=0,
        maximum=1_000_000,
        largest_jump=1_000_000,
        late_after_days=1,
        hide_after_days=1,
        late_reason="l",
    )
