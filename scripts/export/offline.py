"""The offline copy as one zip file, to take along on a stick."""

import os
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from scripts.build.offline import offline_steps
from scripts.build.steps import run_steps
from scripts.environment.folders import ROOT
from scripts.export.source import Source

# All files stand in this one folder: unpacking never strews them.
TOP_FOLDER = "hikikomori-in-beeld"
_READABLE_BY_ALL = 0o644 << 16
_UNIX = 3


def make(source: Source) -> bytes:
    """The copy as a file to take along; built from the project: its pages name files where those of the web name folders."""
    with TemporaryDirectory() as folder:
        return make_offline_copy(ROOT, Path(folder) / source.export.file).read_bytes()


def make_offline_copy(project: Path, target: Path) -> Path:
    """Builds the site of `project` for a disk and writes it as the zip file `target`, which it returns.

    One commit gives one zip, byte for byte: dates come from SOURCE_DATE_EPOCH. Raises RuntimeError when the build fails.
    """
    with TemporaryDirectory() as folder:
        copy = Path(folder) / TOP_FOLDER
        if run_steps(offline_steps(project, copy)):
            raise RuntimeError("de offline kopie is niet gebouwd; de reden staat hierboven")
        return zipped(copy, target)


def zipped(folder: Path, target: Path) -> Path:
    """Every file below `folder`, in order of name and under the name of the folder, as the zip file `target`."""
    moment = time.gmtime(int(os.environ["SOURCE_DATE_EPOCH"]))[:6]
    with ZipFile(target, "w", ZIP_DEFLATED, compresslevel=9) as archive:
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                entry = ZipInfo(f"{folder.name}/{path.relative_to(folder).as_posix()}", moment)
                entry.create_system, entry.external_attr, entry.compress_type = _UNIX, _READABLE_BY_ALL, ZIP_DEFLATED
                archive.writestr(entry, path.read_bytes(), compresslevel=9)
    return target
