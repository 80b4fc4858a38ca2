"""A refused answer is kept for whoever has to find out why, in a folder that cannot grow."""

import os
from datetime import date
from pathlib import Path

import pytest

from scripts.statistics import rejected
from scripts.statistics.rejected import keep_aside

ROOT = Path(__file__).parents[2]
TODAY = date(2026, 11, 22)


def test_the_reason_stands_above_the_answer(tmp_path: Path) -> None:
    keep_aside(tmp_path / "aside", "neet", b'{"a": 1}', "onmogelijke waarde", TODAY)
    (path,) = (tmp_path / "aside").iterdir()
    assert path.name.startswith("neet-")
    assert path.read_text(encoding="utf-8") == 'neet, 2026-11-22: onmogelijke waarde\n\n{"a": 1}'


def test_the_same_answer_is_kept_once(tmp_path: Path) -> None:
    for _ in range(3):
        keep_aside(tmp_path, "neet", b"{}", "reden", TODAY)
    assert len(list(tmp_path.iterdir())) == 1


def test_the_oldest_make_room(tmp_path: Path) -> None:
    for number in range(rejected.FILES_KEPT + 5):
        keep_aside(tmp_path, "neet", str(number).encode(), "reden", TODAY)
        newest = max(tmp_path.iterdir(), key=lambda path: path.stat().st_mtime_ns)
        os.utime(newest, ns=(number, number))
    kept = {path.read_text(encoding="utf-8").splitlines()[-1] for path in tmp_path.iterdir()}
    assert len(kept) == rejected.FILES_KEPT
    assert str(rejected.FILES_KEPT + 4) in kept
    assert "0" not in kept


def test_a_huge_answer_is_cut(tmp_path: Path) -> None:
    keep_aside(tmp_path, "neet", b"x" * 5_000_000, "reden", TODAY)
    (path,) = tmp_path.iterdir()
    assert path.stat().st_size <= rejected.LARGEST_FILE_BYTES + 200


def test_not_being_able_to_keep_it_is_no_error(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    (tmp_path / "aside").write_text("a file where the folder should be", encoding="utf-8")
    keep_aside(tmp_path / "aside", "neet", b"{}", "reden", TODAY)
    assert "could not keep" in caplog.text


def test_the_folder_is_outside_version_control() -> None:
    assert "/.cache/" in (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()
