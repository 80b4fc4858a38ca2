import http.client
from collections.abc import Iterator
from pathlib import Path
from threading import Thread

import pytest

from scripts.build.port import HOST
from scripts.build.preview import preview_server, site_path

FILES = {
    "index.html": "start",
    "404.html": "niet gevonden",
    "cijfers/index.html": "cijfers",
    "assets/site.css": "p {}",
    "assets/logo.svg": "<svg/>",
    "assets/main.js": "1",
    "assets/site.0123abcd.css": "p {}",
    "assets/javascripts/workers/search.0123abcd.min.js": "1",
    "search/index.json": "{}",
}


@pytest.fixture
def port(tmp_path: Path) -> Iterator[int]:
    """A preview of a small site published under /naam/."""
    (tmp_path / "secret.txt").write_text("outside", encoding="utf-8")
    for name, text in FILES.items():
        path = tmp_path / "site" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    with preview_server(tmp_path / "site", "/naam/", 0) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        yield server.server_address[1]
        server.shutdown()
        thread.join()


def ask(port: int, path: str, method: str = "GET") -> tuple[http.client.HTTPResponse, str]:
    connection = http.client.HTTPConnection(HOST, port, timeout=10)
    connection.request(method, path)
    response = connection.getresponse()
    body = response.read().decode()
    connection.close()
    return response, body


@pytest.mark.parametrize(
    ("path", "content_type"),
    [
        ("/naam/", "text/html; charset=utf-8"),
        ("/naam/cijfers/", "text/html; charset=utf-8"),
        ("/naam/assets/site.css", "text/css; charset=utf-8"),
        ("/naam/assets/logo.svg?v=1", "image/svg+xml"),
        ("/naam/assets/main.js", "text/javascript; charset=utf-8"),
        ("/naam/search/index.json", "application/json; charset=utf-8"),
    ],
)
def test_a_file_comes_with_its_type(port: int, path: str, content_type: str) -> None:
    response, _ = ask(port, path)

    assert response.status == 200
    assert response.headers["Content-Type"] == content_type


@pytest.mark.parametrize(
    ("path", "kept"),
    [
        ("/naam/assets/site.0123abcd.css", True),
        ("/naam/assets/weg.0123abcd.css", False),
        ("/naam/assets/javascripts/workers/search.0123abcd.min.js", False),
        ("/naam/assets/site.css", False),
        ("/naam/cijfers/", False),
    ],
)
def test_a_browser_keeps_only_what_never_changes(port: int, path: str, kept: bool) -> None:
    response, _ = ask(port, path)

    assert response.headers["Cache-Control"] == ("public, max-age=31536000, immutable" if kept else "no-cache")


@pytest.mark.parametrize(
    "path", ["/naam/weg/", "/naam/cijfers/weg.html", "/elders", "/naam/assets/", "/naam/../secret.txt", "/naam/%2e%2e/secret.txt"]
)
def test_what_is_not_published_answers_404_with_the_sites_own_page(port: int, path: str) -> None:
    response, body = ask(port, path)

    assert response.status == 404
    assert body == "niet gevonden"


@pytest.mark.parametrize(("path", "target"), [("/", "/naam/"), ("/naam", "/naam/"), ("/naam/cijfers", "/naam/cijfers/")])
def test_a_folder_without_its_slash_is_sent_on(port: int, path: str, target: str) -> None:
    response, _ = ask(port, path)

    assert response.status == 301
    assert response.headers["Location"] == target


def test_head_sends_no_body(port: int) -> None:
    response, body = ask(port, "/naam/weg", "HEAD")

    assert response.status == 404
    assert body == ""


@pytest.mark.parametrize(
    ("address", "path"),
    [
        ("https://naam.example/", "/"),
        ("https://naam.example", "/"),
        ("https://wie.example/naam", "/naam/"),
        ("https://wie.example/een/twee/", "/een/twee/"),
    ],
)
def test_the_preview_stands_where_the_site_will(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, address: str, path: str) -> None:
    configuration = tmp_path / "mkdocs.yml"
    configuration.write_text('site_url: !ENV [SITE_URL, "https://anders.example/x/"]\n', encoding="utf-8")
    monkeypatch.setenv("SITE_URL", address)

    assert site_path(configuration) == path
