"""A module, or the whole training, as a package that a learning platform takes in (SCORM 1.2)."""

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path

from scripts.export.scorm.contents import Part, parts
from scripts.export.scorm.manifest import manifest
from scripts.export.scorm.page import OWN, SCRIPTED, SHARED, STYLES, file_name, page
from scripts.export.source import Source

MANIFEST = "imsmanifest.xml"
# The oldest moment a ZIP can name: the same content gives the same bytes.
_NO_CLOCK = (1980, 1, 1, 0, 0, 0)
_READABLE = 0o100644 << 16


def make(source: Source) -> bytes:
    """The ZIP: its manifest first, then a file for each page and what they share."""
    shared = {f"{SHARED}/{name}": _shared(source.site, name) for name in sorted({*STYLES, *OWN, *_scripts()})}
    pages = {file_name(article): page(source, article).encode() for article in source.articles}
    return zipped({MANIFEST: manifest(source, _inside(source), list(shared)), **pages, **shared})


def _inside(source: Source) -> list[Part]:
    return [part for part in parts(source.content) if part.pages[0].path in source.export.pages]


def _scripts() -> list[str]:
    return [f"{name}.js" for name in SCRIPTED]


def _shared(site: Path, name: str) -> bytes:
    """Our own beside this module, the others as the site publishes them."""
    if name in OWN:
        return (Path(__file__).parent / name).read_bytes()
    stem = name.partition(".")[0]
    folder = site / "assets" / "components" / stem
    return ((folder if folder.is_dir() else site / "assets") / name).read_bytes()


def zipped(files: Mapping[str, bytes]) -> bytes:
    """In the order given."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, content in files.items():
            entry = zipfile.ZipInfo(name, _NO_CLOCK)
            entry.create_system, entry.external_attr, entry.compress_type = 3, _READABLE, zipfile.ZIP_DEFLATED
            archive.writestr(entry, content)
    return target.getvalue()
