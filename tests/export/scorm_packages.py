"""The packages of the real site, as the tests read them: with the ZIP reader of Python, not with our own code."""

import io
import zipfile
from pathlib import Path

from scripts.content.site import load_site
from scripts.environment.folders import ROOT
from scripts.export.registry import exports
from scripts.export.scorm.package import make
from scripts.export.source import load_source

DOCS = ROOT / "docs"
EXPORTS = {export.name: export for export in exports(load_site(DOCS)) if export.name.startswith("scorm-")}
WHOLE = "scorm-vorming"


def package(site: Path, name: str) -> bytes:
    return make(load_source(EXPORTS[name], site, DOCS))


def unpacked(content: bytes) -> dict[str, bytes]:
    """Every file by its path in the package."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}
