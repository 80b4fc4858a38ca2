"""A published site on loopback as a web server gives it: compressed, over connections that stay open."""

import gzip
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache, partial
from http import HTTPStatus
from http.server import ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from threading import Thread
from typing import Any, BinaryIO

from benchmarks.lighthouse.bare import bare
from scripts.build.port import HOST
from scripts.build.preview import site_path
from scripts.build.published_files import PublishedFiles
from scripts.environment.folders import ROOT

# What GitHub Pages does: gzip, not brotli, and not for what is compressed already.
LEVEL = 6
COMPRESSED = {".png", ".woff2", ".zip", ".pdf"}


class CompressedFiles(PublishedFiles):
    protocol_version = "HTTP/1.1"
    only_content = False

    def send_head(self) -> BytesIO | BinaryIO | None:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() and self.path.endswith("/") else path
        if not path.is_file() or path.suffix in COMPRESSED:
            return super().send_head()
        body = packed(path, self.only_content and path.suffix == ".html")
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        return BytesIO(body)


class BareFiles(CompressedFiles):
    only_content = True


@cache
def packed(path: Path, only_content: bool) -> bytes:
    """Packed once, so that a phone with Lighthouse's slow network waits for the network alone."""
    body = path.read_bytes()
    return gzip.compress(bare(body) if only_content else body, LEVEL, mtime=0)


@contextmanager
def serve(site: Path, handler: type[CompressedFiles]) -> Iterator[str]:
    """The address of `site`, until the block ends."""
    path = site_path(ROOT / "mkdocs.yml")
    with _Server((HOST, 0), partial(handler, directory=str(site), path_of_site=path)) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://{HOST}:{server.server_address[1]}{path}"
        server.shutdown()


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 64

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that ends with a connection open is no fault."""
