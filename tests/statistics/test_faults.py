"""Whatever goes wrong at a source, over a real socket: every indicator file stays as it was, and we are told why."""

import gzip
import json
import re
import socket
import ssl
import threading
import tracemalloc
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from scripts.errors import SourceChanged, SourceUnavailable
from scripts.statistics import client
from scripts.statistics.catalogue import indicators_of
from scripts.statistics.sources.eurostat import judge
from tests.statistics.answers import serve

Run = Callable[..., int]
Document = dict[str, Any]
FIXTURES = Path(__file__).parents[1] / "fixtures"
DATASETS = ("edat_lfse_16", "edat_lfse_22")


@pytest.fixture
def keeps_all(
    run: Run, docs: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Callable[[str, str], None]:
    """Runs every source with Eurostat at `base`; the run must fail because of `reason` and change nothing of Eurostat."""

    def check(base: str, reason: str) -> None:
        monkeypatch.setenv("EUROSTAT_URL", base)
        (docs / "data" / "project-discord.json").unlink()
        before = texts(docs)

        assert run() == 1

        shown = capsys.readouterr()
        after = texts(docs)
        own = {"status.json", "project-discord.json"}
        assert {name: after[name] for name in after if name not in own} == {
            name: before[name] for name in before if name not in own
        }
        assert "project-discord.json" in after, "the other source is updated"
        assert "eurostat (Eurostat): mislukt" in shown.out
        assert reason in shown.out
        assert "laatste goede waarde behouden" in shown.out
        assert "Traceback" not in shown.err + shown.out
        failing = json.loads(after["status.json"])["sources"]["eurostat"]
        assert (failing["state"], failing["since"]) == ("failing", "2026-11-22")
        assert reason in failing["reason"]

    return check


def texts(docs: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (docs / "data").iterdir()}


# --- at the door -----------------------------------------------------------------------------------------------------


@pytest.fixture
def stalled(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A server that begins an answer and then says nothing more."""
    monkeypatch.setattr(client, "READ_SECONDS", 0.2)
    release = threading.Event()
    with socket.create_server(("127.0.0.1", 0)) as server:

        def begin(connection: socket.socket) -> None:
            with connection:
                connection.recv(65_536)
                connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{")
                release.wait(30)

        threading.Thread(target=_accept, args=(server, begin), daemon=True).start()
        yield f"http://127.0.0.1:{server.getsockname()[1]}/data"
        release.set()


@pytest.fixture
def full(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A port where the queue is full and nobody picks up: connecting never ends."""
    monkeypatch.setattr(client, "CONNECT_SECONDS", 0.2)
    server = socket.socket()
    server.bind(("127.0.0.1", 0))
    server.listen(0)
    waiting = [socket.socket() for _ in range(4)]
    for one in waiting:
        one.setblocking(False)
        one.connect_ex(server.getsockname())
    yield f"http://127.0.0.1:{server.getsockname()[1]}/data"
    for one in [*waiting, server]:
        one.close()


@pytest.fixture
def self_signed() -> Iterator[str]:
    """A server with a certificate that nobody vouches for, and good answers behind it."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(FIXTURES / "tls" / "certificate.pem", FIXTURES / "tls" / "key.pem")
    with HTTPServer(host="localhost", ssl_context=context) as server:
        server.expect_request("/").respond_with_data("{}")
        yield server.url_for("/data")


def _accept(server: socket.socket, handle: Callable[[socket.socket], None]) -> None:
    while True:
        try:
            connection, _ = server.accept()
        except OSError:
            return
        threading.Thread(target=handle, args=(connection,), daemon=True).start()


@pytest.mark.parametrize(
    ("base", "reason"),
    [
        ("http://127.0.0.1:9/data", "geen verbinding"),
        ("http://does-not-exist.invalid/data", "geen verbinding"),
        ("https://127.0.0.1:9/data", "geen verbinding"),
        ("not an address", "kon niet vertrekken"),
        ("ftp://127.0.0.1/data", "kon niet vertrekken"),
        ("http://[broken/data", "onverwachte fout (ValueError)"),
    ],
    ids=["refused", "a name nobody knows", "refused with TLS", "no address", "another protocol", "half an address"],
)
def test_an_address_that_does_not_answer_changes_nothing(keeps_all: Callable[[str, str], None], base: str, reason: str) -> None:
    keeps_all(base, reason)


@pytest.mark.parametrize(
    ("server", "reason"),
    [("stalled", "brak af"), ("full", "niet op tijd"), ("self_signed", "certificaat")],
    ids=["silence in mid-body", "silence at connect", "a certificate nobody vouches for"],
)
def test_a_connection_that_fails_changes_nothing(
    request: pytest.FixtureRequest, keeps_all: Callable[[str, str], None], server: str, reason: str
) -> None:
    keeps_all(request.getfixturevalue(server), reason)


def test_a_server_that_does_not_speak_tls_changes_nothing(keeps_all: Callable[[str, str], None], httpserver: HTTPServer) -> None:
    keeps_all(httpserver.url_for("/data").replace("http:", "https:"), "beveiligde verbinding")


# --- an answer that is no answer -------------------------------------------------------------------------------------


def plain(body: bytes | str, status: int = 200, **headers: str) -> Callable[[Request], Response]:
    return lambda request: Response(body, status=status, headers=headers, content_type="application/json")


def endless(request: Request) -> Response:
    def lines() -> Any:
        while True:
            yield b" " * 65_536

    return Response(lines(), content_type="application/json")


def cut_off(request: Request) -> Response:
    return Response([b'{"version": "2.0", "class": "dat'], headers={"Content-Length": "5000"}, content_type="application/json")


def redirect_to_itself(request: Request) -> Response:
    return Response(status=302, headers={"Location": request.url})


def label(name: str, status: int) -> str:
    return json.dumps({"error": [{"status": status, "id": status, "label": f"{name}: details we do not repeat"}]})


DOCUMENTED = (FIXTURES / "eurostat" / "warning-413-asynchronous-documented.json").read_bytes()
BOMB = gzip.compress(b" " * 100_000_000, 9)
EMPTY_CUBE = json.dumps(
    {
        "version": "2.0",
        "class": "dataset",
        "updated": "2026-04-16T23:00:00+0200",
        "value": {},
        "id": ["freq", "geo"],
        "size": [1, 0],
        "dimension": {"freq": {"category": {"index": {"A": 0}}}, "geo": {"category": {"index": {}, "label": {}}}},
    }
)

FAULTS = {
    "500": (plain("oops", 500), "HTTP 500"),
    "501": (plain("", 501), "HTTP 501"),
    "502 with a web page": (plain("<html>", 502), "HTTP 502"),
    "503": (plain("", 503), "HTTP 503"),
    "504": (plain("", 504), "HTTP 504"),
    "503 until far away": (plain("", 503, **{"Retry-After": "Fri, 31 Dec 2999 23:59:59 GMT"}), "HTTP 503"),
    "a web page with 200": (plain('<html lang="en" class="no-js">'), "webpagina"),
    "asynchronous as documented": (plain(DOCUMENTED), "ASYNCHRONOUS_RESPONSE"),
    "asynchronous as seen": (plain(label("ASYNCHRONOUS_RESPONSE", 413), 413), "ASYNCHRONOUS_RESPONSE"),
    "an empty cube": (plain(EMPTY_CUBE), "dimensies"),
    "a body cut off on the way": (cut_off, "brak af"),
    "a body cut off at the source": (plain('{"version": "2.0", "class": "dat'), "geldige JSON"),
    "404": (plain(label("ERR_NOT_FOUND_4", 404), 404), "ERR_NOT_FOUND_4"),
    "400": (plain(label("INVALID_QUERY_DIMENSION", 400), 400), "INVALID_QUERY_DIMENSION"),
    "401": (plain("", 401), "HTTP 401"),
    "403": (plain("no", 403), "HTTP 403"),
    "204": (plain("", 204), "HTTP 204"),
    "too big a question": (plain(label("EXTRACTION_TOO_BIG", 413), 413), "EXTRACTION_TOO_BIG"),
    "429 with a short wait": (plain("", 429, **{"Retry-After": "1"}), "HTTP 429"),
    "429 with a fraction": (plain("", 429, **{"Retry-After": "0.5"}), "HTTP 429"),
    "429 with an absurd wait": (plain("", 429, **{"Retry-After": "1e308"}), "HTTP 429"),
    "429 with a date": (plain("", 429, **{"Retry-After": "Wed, 21 Oct 2015 07:28:00 GMT"}), "HTTP 429"),
    "429 with a wait that is no number": (plain("", 429, **{"Retry-After": "nan"}), "HTTP 429"),
    "429 with a hostile wait": (plain("", 429, **{"Retry-After": "Mon, 99 Foo"}), "HTTP 429"),
    "429 without a wait": (plain("", 429), "HTTP 429"),
    "an endless body": (endless, "groter dan"),
    "a redirect to another host": (plain("", 302, Location="http://198.51.100.1/"), "stuurt door"),
    "a redirect to itself": (redirect_to_itself, "stuurt door"),
    "a redirect without a place": (plain("", 301), "stuurt door"),
    "no UTF-8": (plain(b'\xff\xfe{"a": 1}'), "UTF-8"),
    "not JSON at all": (plain("9,8 procent"), "geldige JSON"),
    "null": (plain("null"), "JSON-object"),
    "a list": (plain("[]"), "JSON-object"),
    "a number": (plain("9.8"), "JSON-object"),
    "nothing with 200": (plain(""), "geldige JSON"),
    "deep nesting": (plain("[" * 100_000), "genest"),
    "a false compression": (plain("not gzip", **{"Content-Encoding": "gzip"}), "uit te pakken"),
    "a packed bomb": (plain(BOMB, **{"Content-Encoding": "gzip"}), "groter dan"),
}


@pytest.mark.parametrize(("handler", "reason"), [pytest.param(*fault, id=name) for name, fault in FAULTS.items()])
def test_an_answer_that_is_none_changes_nothing(
    keeps_all: Callable[[str, str], None], httpserver: HTTPServer, handler: Callable[[Request], Response], reason: str
) -> None:
    for dataset in DATASETS:
        httpserver.expect_request(f"/data/{dataset}").respond_with_handler(handler)
    keeps_all(httpserver.url_for("/data"), reason)


def test_a_packed_bomb_is_refused_before_it_is_unpacked(
    run: Run, httpserver: HTTPServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    for dataset in DATASETS:
        httpserver.expect_request(f"/data/{dataset}").respond_with_handler(FAULTS["a packed bomb"][0])
    monkeypatch.setenv("EUROSTAT_URL", httpserver.url_for("/data"))
    tracemalloc.start()
    try:
        assert run("--source", "eurostat") == 1
        assert tracemalloc.get_traced_memory()[1] < 40_000_000
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize(
    ("handler", "times"),
    [
        (FAULTS["500"][0], 2),
        (FAULTS["asynchronous as documented"][0], 2),
        (FAULTS["asynchronous as seen"][0], 2),
        (FAULTS["429 with a short wait"][0], 2),
        (FAULTS["a body cut off on the way"][0], 2),
        (FAULTS["503 until far away"][0], 1),
        (FAULTS["too big a question"][0], 1),
        (FAULTS["404"][0], 1),
        (FAULTS["a redirect to another host"][0], 1),
    ],
    ids=["500", "asynchronous 200", "asynchronous 413", "429", "cut off", "503 too long", "too big", "404", "redirect"],
)
def test_only_passing_trouble_is_asked_again(httpserver: HTTPServer, handler: Callable[[Request], Response], times: int) -> None:
    httpserver.expect_request("/data/x").respond_with_handler(handler)
    with pytest.raises((SourceChanged, SourceUnavailable)):
        client.get(httpserver.url_for("/data/x"), [], judge)
    assert len(httpserver.log) == times


# --- an answer with other contents than asked for --------------------------------------------------------------------


@pytest.fixture
def own_tables(docs: Path) -> None:
    """The values the site has, as if they came from the tables we ask: an answer is compared with its own past."""
    for name, indicator in indicators_of("eurostat", docs).items():
        path = docs / "data" / f"{name}.json"
        text = re.sub(r'"dataset": "[^"]*"', f'"dataset": "{indicator.dataset}"', path.read_text(encoding="utf-8"))
        path.write_text(text, encoding="utf-8")


def first_value(document: Document, value: object) -> Document:
    document["value"][next(iter(document["value"]))] = value
    return document


def without_code(document: Document, dimension: str, code: str) -> Document:
    """What Eurostat does with a code it does not know: it answers as if that was not asked."""
    index = document["dimension"][dimension]["category"]["index"]
    kept = [one for one in sorted(index, key=index.__getitem__) if one != code]
    document["dimension"][dimension]["category"]["index"] = {one: place for place, one in enumerate(kept)}
    document["size"][document["id"].index(dimension)] = len(kept)
    return document | {"value": {"0": 9.9} if kept else {}, "status": {}}


def without_dimension(document: Document, dimension: str) -> Document:
    place = document["id"].index(dimension)
    del document["id"][place], document["size"][place], document["dimension"][dimension]
    return document


def with_dimension(document: Document, dimension: str) -> Document:
    document["dimension"][dimension] = {"category": {"index": {"TOTAL": 0}}}
    return document | {"id": [dimension, *document["id"]], "size": [1, *document["size"]]}


def renamed(document: Document, old: str, new: str) -> Document:
    return json.loads(json.dumps(document).replace(json.dumps(old), json.dumps(new)))  # type: ignore[no-any-return]


def period_twice(document: Document) -> Document:
    index = document["dimension"]["time"]["category"]["index"]
    periods = sorted(index, key=index.__getitem__)
    document["dimension"]["time"]["category"]["index"] = [*periods[:-1], periods[0]]
    return document


def fewer_rows(document: Document) -> Document:
    del document["value"][next(iter(document["value"]))]
    return document


CONTENTS: dict[str, tuple[Callable[[Document], Any], str]] = {
    "NaN": (partial(first_value, value=float("nan")), "geldige JSON"),
    "infinity": (partial(first_value, value=float("inf")), "geldige JSON"),
    "another class": (lambda document: document | {"class": "collection"}, "JSON-stat 2.0"),
    "another version": (lambda document: document | {"version": "1.0"}, "JSON-stat 2.0"),
    "another dataset": (lambda document: document | {"extension": {"id": "OTHER"}}, "dataset OTHER"),
    "no date": (lambda document: document | {"updated": None}, "updated"),
    "a dimension of size 0": (partial(without_code, dimension="unit", code="PC"), "ontbreekt in het antwoord"),
    "no periods": (lambda document: without_code_all(document, "time"), "geen enkele periode"),
    "an area dropped": (partial(without_code, dimension="geo", code="BE23"), "code BE23"),
    "a sex dropped": (partial(without_code, dimension="sex", code="F"), "code F"),
    "a missing dimension": (partial(without_dimension, dimension="unit"), "andere dimensies"),
    "an extra dimension": (partial(with_dimension, dimension="citizen"), "citizen"),
    "a renamed unit": (partial(renamed, old="PC", new="PC_POP"), "PC van dimensie unit"),
    "nothing but statuses": (lambda document: document | {"value": {}, "status": {"0": "|C"}}, "geen enkele waarde"),
    "a status that is new": (lambda document: document | {"status": {**document.get("status", {}), "0": "qq"}}, "onbekende vlag"),
    "a value outside the cube": (lambda document: document | {"value": {**document["value"], "999999": 1}}, "buiten de kubus"),
    "a value as text": (partial(first_value, value="9.8"), "geen gewoon getal"),
    "a negative value": (partial(first_value, value=-1), "onmogelijke waarde"),
    "a huge value": (partial(first_value, value=1e300), "geen gewoon getal"),
    "fewer rows": (fewer_rows, "minder rijen"),
    "an older copy": (lambda document: document | {"updated": "2020-01-01T23:00:00+0200"}, "ouder"),
    "a date in the future": (lambda document: document | {"updated": "2999-01-01T23:00:00+0200"}, "toekomst"),
    "an implausible jump": (partial(first_value, value=39.0), "onwaarschijnlijke sprong"),
    "a period twice": (period_twice, "verschillende codes"),
    "hostile codes": (partial(renamed, old="BE23", new="<script>alert(1)</script>"), "code BE23"),
}


def without_code_all(document: Document, dimension: str) -> Document:
    document["dimension"][dimension]["category"] = {"index": {}, "label": {}}
    document["size"][document["id"].index(dimension)] = 0
    return document | {"value": {}, "status": {}}


@pytest.mark.usefixtures("own_tables")
@pytest.mark.parametrize(("spoil", "reason"), [pytest.param(*fault, id=name) for name, fault in CONTENTS.items()])
def test_other_contents_than_asked_for_change_nothing_and_are_kept_aside(
    keeps_all: Callable[[str, str], None], httpserver: HTTPServer, docs: Path, spoil: Callable[[Document], Any], reason: str
) -> None:
    keeps_all(serve(httpserver, docs, spoil=spoil), reason)

    kept = [path.read_text(encoding="utf-8") for path in (docs.parent / ".cache" / "afgekeurd").iterdir()]
    assert any(reason in text.partition("\n\n")[0] for text in kept)
    assert all(text.partition("\n\n")[2].startswith('{"') for text in kept)


def reordered(document: Document) -> Document:
    value = dict(sorted(document["value"].items(), key=lambda item: str(hash(item[0]) % 97)))
    return dict(reversed(list((document | {"value": value}).items())))


def hostile_labels(document: Document) -> Document:
    return json.loads(json.dumps(document).replace("label of ", "<script>[[ hulp() ]]"))  # type: ignore[no-any-return]


@pytest.mark.parametrize("spoil", [reordered, hostile_labels], ids=["in another order", "with hostile labels"])
def test_what_means_the_same_changes_nothing_and_is_no_fault(
    run: Run, httpserver: HTTPServer, docs: Path, monkeypatch: pytest.MonkeyPatch, spoil: Callable[[Document], Any]
) -> None:
    monkeypatch.setenv("EUROSTAT_URL", serve(httpserver, docs, spoil=spoil))
    before = texts(docs)
    assert run("--source", "eurostat") == 0
    assert {name: text for name, text in texts(docs).items() if name != "status.json"} == {
        name: text for name, text in before.items() if name != "status.json"
    }
