"""We ask little, a few at a time, wait when told to, and never longer than a run may take."""

import socket
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from scripts.statistics import asking, client
from scripts.statistics.catalogue import indicators_of
from scripts.statistics.client import TryAgain

Run = Callable[..., int]
FIGURE = """
cijfer-{number}:
  title: t
  short: s
  definition: d
  unit: NR
  unit_label: u
  age: ""
  source: {source}
  dataset: tabel-{number}
  page: cijfers/index.md
  geo: [BE]
  minimum: 0
  maximum: 1
  largest_jump: 1
  late_after_days: 1
  hide_after_days: 1
  late_reason: l
"""


@pytest.fixture
def host() -> Iterator[HTTPServer]:
    """A server that can answer many at once, so that we are the ones who hold back."""
    with HTTPServer(host="127.0.0.1", threaded=True) as server:
        yield server


def test_at_most_four_ask_one_host_at_a_time_whatever_the_source(
    run: Run, docs: Path, host: HTTPServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    listed = [FIGURE.format(number=number, source=("eurostat", "gent")[number % 2]) for number in range(16)]
    (docs / "bronnen" / "indicatoren.yml").write_text("".join(listed), encoding="utf-8")
    busy, seen, lock = set(), [], threading.Lock()

    def answer(request: Request) -> Response:
        with lock:
            busy.add(request.url)
            seen.append(len(busy))
        threading.Event().wait(0.05)
        with lock:
            busy.discard(request.url)
        return Response("", status=404)

    for number in range(16):
        host.expect_request(f"/tabel-{number}").respond_with_handler(answer)
        host.expect_request(f"/catalog/datasets/tabel-{number}/records").respond_with_handler(answer)
    monkeypatch.setenv("EUROSTAT_URL", host.url_for(""))
    monkeypatch.setenv("OPENDATASOFT_URL", host.url_for(""))

    assert run("--source", "eurostat", "--source", "gent") == 1
    assert len(seen) == 16
    assert 1 < max(seen) <= client.QUESTIONS_AT_A_TIME_PER_HOST == 4


def test_sources_are_asked_at_the_same_time(run: Run, docs: Path, host: HTTPServer, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each answers only when the other was asked too."""
    listed = FIGURE.format(number=0, source="eurostat") + FIGURE.format(number=1, source="gent")
    (docs / "bronnen" / "indicatoren.yml").write_text(listed, encoding="utf-8")
    both = threading.Barrier(2, timeout=20)

    def answer(request: Request) -> Response:
        both.wait()
        return Response("", status=404)

    host.expect_request("/tabel-0").respond_with_handler(answer)
    host.expect_request("/catalog/datasets/tabel-1/records").respond_with_handler(answer)
    monkeypatch.setenv("EUROSTAT_URL", host.url_for(""))
    monkeypatch.setenv("OPENDATASOFT_URL", host.url_for(""))
    run("--source", "eurostat", "--source", "gent")
    assert not both.broken
    assert len(host.log) == 2


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("120", 120),
        ("0.5", 0.5),
        ("0", 0),
        ("Wed, 21 Oct 2015 07:28:00 GMT", 0),
        ("inf", float("inf")),
        ("1e308", 1e308),
        ("-1", None),
        ("nan", None),
        ("", None),
        ("soon", None),
        ("Mon, 99 Foo", None),
        ("Wed, 21 Oct 2015 07:28:00 -0000", None),
    ],
)
def test_the_wait_a_source_asks_for_is_understood_in_every_form(text: str, seconds: float | None) -> None:
    assert client._retry_after(text) == seconds


def test_a_date_to_wait_for_is_counted_from_now() -> None:
    wait = client._retry_after("Fri, 31 Dec 2999 23:59:59 GMT")
    assert wait is not None
    assert wait > client.LONGEST_WAIT_SECONDS


def test_a_wait_within_the_bound_is_honoured_with_a_little_extra() -> None:
    waits = {client._wait(TryAgain("x", 3)) for _ in range(20)}
    assert all(3 <= wait <= 4 for wait in waits)
    assert len(waits) > 1, "all who were sent away would come back at once"


@pytest.mark.parametrize("wait", [20.5, 3600, float("inf")])
def test_a_wait_beyond_the_bound_is_left_to_the_next_run(wait: float) -> None:
    assert client._wait(TryAgain("x", wait)) is False


def test_without_a_wait_the_usual_pauses_count() -> None:
    assert client._wait(TryAgain("x")) is True


def test_an_answer_that_comes_drop_by_drop_is_left_behind(
    run: Run, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each drop is in time, so no timeout of a connection ever ends this."""
    monkeypatch.setattr(asking, "SECONDS_PER_SOURCE", 0.3)
    done = threading.Event()

    def drip(server: socket.socket) -> None:
        connection, _ = server.accept()
        with connection:
            connection.recv(65_536)
            connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n")
            while not done.wait(0.02):
                connection.sendall(b" ")

    with socket.create_server(("127.0.0.1", 0)) as server:
        threading.Thread(target=drip, args=(server,), daemon=True).start()
        monkeypatch.setenv("EUROSTAT_URL", f"http://127.0.0.1:{server.getsockname()[1]}")
        assert run("--source", "eurostat") == 1
        done.set()
    assert "geen antwoord binnen" in capsys.readouterr().out


def test_a_run_fits_in_a_minute() -> None:
    assert asking.SECONDS_PER_SOURCE < 60


def test_figures_of_one_table_are_one_question(docs: Path, run: Run, host: HTTPServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EUROSTAT_URL", host.url_for(""))
    tables = {indicator.dataset for indicator in indicators_of("eurostat", docs).values()}
    assert len(tables) < len(indicators_of("eurostat", docs))
    for table in tables:
        host.expect_request(f"/{table}").respond_with_data("", status=404)
    run("--source", "eurostat")
    assert sorted(request.path for request, _ in host.log) == sorted(f"/{table}" for table in tables)
