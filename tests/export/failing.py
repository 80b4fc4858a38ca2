"""Stand-ins for exports: what can go wrong in the making of a file."""

import os
import signal

from scripts.export.source import Source


def make(source: Source) -> bytes:
    """By its name: it fails, it makes nothing, its process is killed; else the titles of its articles and their text."""
    if source.export.name == "stuk":
        raise RuntimeError("de tekening past niet")
    if source.export.name == "dood":
        os.kill(os.getpid(), signal.SIGKILL)
    if source.export.name == "leeg":
        return b""
    return "\n".join(article.title + article.body.text_content() for article in source.articles).encode()
