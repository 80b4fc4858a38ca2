import os
import subprocess
import time
from pathlib import Path

import pytest

from scripts.build.surroundings import build_variables, commit_time


def git(folder: Path, *arguments: str) -> None:
    who = {f"GIT_{role}_{key}": "test" for role in ("AUTHOR", "COMMITTER") for key in ("NAME", "EMAIL")}
    date = {"GIT_COMMITTER_DATE": "2026-01-02T03:04:05Z", "GIT_CONFIG_GLOBAL": os.devnull}
    subprocess.run(["git", *arguments], cwd=folder, env={**os.environ, **who, **date}, check=True, capture_output=True)


def test_the_clock_of_a_build_is_the_last_commit(tmp_path: Path) -> None:
    git(tmp_path, "init")
    git(tmp_path, "commit", "--allow-empty", "--message", "First")

    assert commit_time(tmp_path) == 1767323045


def test_without_a_commit_the_clock_is_now(tmp_path: Path) -> None:
    git(tmp_path, "init")

    assert commit_time(tmp_path) >= int(time.time()) - 60


def test_without_git_the_clock_is_now(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")

    assert commit_time(tmp_path) >= int(time.time()) - 60


def test_a_given_clock_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1234")

    assert build_variables()["SOURCE_DATE_EPOCH"] == "1234"


def test_the_end_of_life_banner_is_silenced() -> None:
    assert build_variables()["NO_MKDOCS_2_WARNING"] == "1"
