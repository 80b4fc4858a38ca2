"""Stand-ins for exports: what can go wrong in the making of a file."""

import os
import signal
import time

from scripts.export.source import Source


def make(source: Source) -> bytes:
    """What its name says: it fails, its process is killed, it is slow, it makes nothing; any other gives the text of its articles."""
    if source.export.name == "stuk":
        raise RuntimeError("de tekening past niet")
    if source.export.name == "dood":
        os.kill(os.getpid(), signal.SIGKILL)
    if source.export.name == "traag":
        time.sleep(0.5)
    if source.export.name == "leeg":
        return b""
    return "\n".join(article.title + article.body.text_content() for article in source.articles).encode()
