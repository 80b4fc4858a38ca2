"""A published site on loopback, for a browser that measures it."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

from scripts.build.port import HOST
from scripts.build.preview import site_path
from scripts.build.published_files import PublishedFiles
from scripts.environment.folders import ROOT


@contextmanager
def serve(site: Path, handler: type[PublishedFiles]) -> Iterator[str]:
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
