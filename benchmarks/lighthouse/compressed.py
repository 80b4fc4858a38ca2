"""The files of a published site as a web server gives them: compressed, over connections that stay open."""

import gzip
from functools import cache
from http import HTTPStatus
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from benchmarks.lighthouse.bare import bare
from scripts.build.published_files import PublishedFiles

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
