"""A built site on loopback, answered as on the web; says what was asked, and can refuse an answer."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from threading import Thread
from typing import Any, BinaryIO

from scripts.build.port import HOST
from scripts.build.preview import site_path
from scripts.build.published_files import PublishedFiles
from scripts.environment.folders import ROOT


class SiteServer(ThreadingHTTPServer):
    """`asked` and `ahead` list the addresses asked for, in order: for a view, and before anyone asked; one in `refused` gets a 503."""

    daemon_threads = True
    request_queue_size = 64

    def __init__(self, site: Path, path: str) -> None:
        self.asked: list[str] = []
        self.ahead: list[str] = []
        self.refused: set[str] = set()
        self.path = path
        super().__init__((HOST, 0), partial(_Handler, directory=str(site), path_of_site=path))

    @property
    def origin(self) -> str:
        return f"http://{HOST}:{self.server_address[1]}"

    def url(self, address: str) -> str:
        """The URL of an address of the site, such as `/cijfers/`."""
        return self.origin + self.path + address.lstrip("/")


class _Handler(PublishedFiles):
    def send_head(self) -> BytesIO | BinaryIO | None:
        server: Any = self.server
        address = "/" + self.path.removeprefix(server.path)
        (server.ahead if "prefetch" in self.headers.get("Sec-Purpose", "") else server.asked).append(address)
        if address in server.refused:
            self.send_error(503)
            return None
        return super().send_head()


@contextmanager
def serve(site: Path) -> Iterator[SiteServer]:
    """Serves `site` under the path it was built for, until the block ends."""
    with SiteServer(site, site_path(ROOT / "mkdocs.yml")) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        thread.start()
        yield server
        server.shutdown()
        thread.join()
