"""`docs/bronnen/urls.txt`: every address ever published, one a line; `/old/ -> /new/` for a page that moved."""

import re
from dataclasses import dataclass
from pathlib import Path

from scripts.content.yaml_file import read_text
from scripts.errors import ContentError

_LINE = re.compile(r"^(/\S*/|/)(?:\s*->\s*(/\S*/|/))?$")


@dataclass(frozen=True)
class Url:
    line: int
    address: str
    moved_to: str | None


def read_urls(path: Path, shown_as: str) -> list[Url]:
    """Raises ContentError at the first line that is no address."""
    found: dict[str, Url] = {}
    for number, text in enumerate(read_text(path).splitlines(), 1):
        line = text.partition("#")[0].strip()
        if not line:
            continue
        match = _LINE.match(line)
        if match is None or match[1] in found:
            raise ContentError(
                shown_as, number, f"'{line}' is geen adres, of staat er al", "schrijf /pagina/ of /oud/ -> /nieuw/"
            )
        found[match[1]] = Url(number, match[1], match[2])
    return list(found.values())
