"""The zip of the offline copy: the same bytes for the same content, and readable everywhere."""

import os
from pathlib import Path
from zipfile import ZipFile

import pytest

from scripts.build.steps import Step
from scripts.export import offline
from scripts.export.offline import make_offline_copy, zipped


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("site/vorming/les.html", "site/index.html", "start.html"):
        path = tmp_path / "kopie" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"<p>{name}</p>" * 100, encoding="utf-8")
    return tmp_path / "kopie"


def test_the_same_content_gives_the_same_zip_whenever_the_files_were_written(folder: Path, tmp_path: Path) -> None:
    first = zipped(folder, tmp_path / "een.zip").read_bytes()
    os.utime(folder / "start.html", (1, 1))
    (folder / "start.html").chmod(0o600)
    assert zipped(folder, tmp_path / "twee.zip").read_bytes() == first


def test_all_files_stand_in_one_folder_dated_by_the_build(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795737600")
    with ZipFile(zipped(folder, tmp_path / "kopie.zip")) as archive:
        assert archive.namelist() == ["kopie/site/index.html", "kopie/site/vorming/les.html", "kopie/start.html"]
        assert {entry.date_time for entry in archive.infolist()} == {(2026, 11, 27, 0, 0, 0)}
        assert archive.testzip() is None
        assert all(entry.compress_size < entry.file_size for entry in archive.infolist())


def test_a_build_that_fails_leaves_no_zip(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(offline, "offline_steps", lambda project, folder: [Step("bouwen", lambda: 3)])
    with pytest.raises(RuntimeError, match="niet gebouwd"):
        make_offline_copy(tmp_path, tmp_path / "kopie.zip")
    assert not (tmp_path / "kopie.zip").exists()
