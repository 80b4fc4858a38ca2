"""The errors of this package, one class per reaction.

ContentError        something a person wrote in `docs/` or typed: mend the file
SourceUnavailable   a public source gives no answer now: wait, the last-good value stays
SourceChanged       a public source answers something we did not ask for: mend the parser or the query
"""

from dataclasses import dataclass


# Not frozen: Python itself writes on an exception that passes a context manager.
@dataclass(eq=False)
class ContentError(Exception):
    """A fault in a hand-kept file, in Dutch, with its place and its remedy."""

    path: str
    line: int
    what: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line} {self.what} → {self.remedy}"


class SourceUnavailable(Exception):
    """The source did not answer (network, timeout, 429, 5xx); trying later can help."""


class SourceChanged(Exception):
    """The source answered, but not with the data asked for; waiting does not help."""
