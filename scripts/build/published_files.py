"""Answers requests for a built site the way GitHub Pages does."""

import re
from contextlib import suppress
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO
from urllib.parse import urlsplit

# Given here because the registry of a Windows machine can say anything.
_TYPES = {
    ".css": "text/css; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".ico": "image/x-icon",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".webmanifest": "application/manifest+json",
    ".woff2": "font/woff2",
    ".xml": "application/xml",
    ".zip": "application/zip",
}

# Named after what is in it, so a browser may keep it. Not the search worker: ours has the theme's name (publish/search.py).
NEVER_CHANGES = re.compile(r"/assets/(?!javascripts/workers/)[^?]*\.[0-9a-f]{8}\.(?:min\.)?(?:css|js)$")


class PublishedFiles(SimpleHTTPRequestHandler):
    """The files of one folder under one path; `404.html` for what is not there; no lists of folders."""

    extensions_map = {**SimpleHTTPRequestHandler.extensions_map, **_TYPES}

    def __init__(self, *args: Any, path_of_site: str, **kwargs: Any) -> None:
        self.path_of_site = path_of_site
        super().__init__(*args, **kwargs)

    def send_head(self) -> BytesIO | BinaryIO | None:
        requested = urlsplit(self.path).path
        if requested.startswith(self.path_of_site):
            return super().send_head()
        if requested in ("/", self.path_of_site.rstrip("/")):
            self._redirect(self.path_of_site)
        else:
            self._not_found()
        return None

    def translate_path(self, path: str) -> str:
        return super().translate_path("/" + path.removeprefix(self.path_of_site))

    def copyfile(self, source: Any, outputfile: Any) -> None:
        """Who left before the end does not miss the rest."""
        with suppress(ConnectionError):
            super().copyfile(source, outputfile)

    def list_directory(self, path: Any) -> None:
        self._not_found()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        if code == HTTPStatus.NOT_FOUND:
            self._not_found()
        else:
            super().send_error(code, message, explain)

    def end_headers(self) -> None:
        stays = NEVER_CHANGES.search(self.path) and Path(self.translate_path(self.path)).is_file()
        self.send_header("Cache-Control", "public, max-age=31536000, immutable" if stays else "no-cache")
        super().end_headers()

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the base class calls it so
        """Says nothing: the terminal keeps showing the address."""

    def _not_found(self) -> None:
        page = Path(self.directory) / "404.html"
        body = page.read_bytes() if page.is_file() else b"404"
        self.send_response(HTTPStatus.NOT_FOUND)
        self.send_header("Content-Type", _TYPES[".html"])
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def _redirect(self, target: str) -> None:
        self.send_response(HTTPStatus.MOVED_PERMANENTLY)
        self.send_header("Location", target)
        self.send_header("Content-Length", "0")
        self.end_headers()


def handler_for(site: Path, path_of_site: str) -> Any:
    """The handler class with its folder and path filled in."""
    return partial(PublishedFiles, directory=str(site), path_of_site=path_of_site)
