"""What is known of the files in the site: `downloads/index.json`, and size, date and version beside every link to one."""

import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from scripts.export.packing import Packed
from scripts.export.registry import FOLDER, INDEX, Export
from scripts.export.source import Source
from scripts.markdown.figures import day
from scripts.publish.pages import change_pages

Entry = dict[str, Any]
_PLACEHOLDER = re.compile(r'(<span data-download="([\w-]+)">)[^<]*(</span>)')


def write_listing(site: Path, every: Sequence[Export], packed: list[Packed]) -> None:
    """Writes the index and fills the pages. What was not packed now keeps its entry, as long as its file is there."""
    known = earlier(site) | {one.export.name: _entry(site, one.source) for one in packed if one.source and not one.error}
    entries = {
        export.name: known[export.name] for export in every if export.name in known and (site / FOLDER / export.file).is_file()
    }
    (site / FOLDER).mkdir(exist_ok=True)
    text = json.dumps(list(entries.values()), ensure_ascii=False, indent=2) + "\n"
    (site / FOLDER / INDEX).write_text(text, encoding="utf-8", newline="\n")
    change_pages(site, lambda html: _PLACEHOLDER.sub(lambda found: _filled(found, entries), html))


def earlier(site: Path) -> dict[str, Entry]:
    """The entries of the last time by name; none when the file is not there or is not ours."""
    try:
        read = json.loads((site / FOLDER / INDEX).read_text(encoding="utf-8"))
        return {entry["name"]: entry for entry in read}
    except (OSError, ValueError, TypeError, KeyError):
        return {}


def _entry(site: Path, source: Source) -> Entry:
    content = (site / FOLDER / source.export.file).read_bytes()
    return {
        "name": source.export.name,
        "file": source.export.file,
        "title": source.export.title,
        "kind": source.export.kind,
        "audience": source.export.audience,
        "bytes": len(content),
        "sha256": hashlib.sha256(content).hexdigest(),
        "date": str(source.changed),
        "version": source.version,
        "help_checked": str(source.help_checked) if source.help_checked else None,
    }


def _filled(found: re.Match[str], entries: Mapping[str, Entry]) -> str:
    return f"{found[1]}{facts(entries[found[2]])}{found[3]}" if found[2] in entries else found[0]


def facts(entry: Entry) -> str:
    """`, 43 kB, 27 november 2026, versie 1a2b3c4`, and when the numbers of help services were checked if the file has them."""
    checked = f", hulpnummers nagekeken op {day(entry['help_checked'])}" if entry["help_checked"] else ""
    return f", {size(entry['bytes'])}, {day(entry['date'])}, versie {entry['version']}{checked}"


def size(count: int) -> str:
    """Of so many bytes, in words: `1 kB` for anything small, `43 kB`, `1,2 MB`."""
    kilobytes = max(1, round(count / 1000))
    return f"{kilobytes} kB" if kilobytes < 1000 else f"{count / 1_000_000:.1f} MB".replace(".", ",")
