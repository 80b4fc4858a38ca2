"""Earlier versions of a file, from git."""

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from scripts.environment.folders import ROOT


def earlier_versions(path: Path, folder: Path) -> Iterator[Path]:
    """Every committed version of `path`, as a file in `folder`; skips the test where git cannot tell."""
    name = path.relative_to(ROOT).as_posix()
    if git("rev-parse", "--is-shallow-repository").strip() != "false":
        pytest.skip("de geschiedenis van git is er niet (helemaal): deze test heeft ze nodig")
    for commit in git("log", "--full-history", "--format=%H", "--diff-filter=AM", "--", name).split():
        version = folder / commit
        version.write_text(git("show", f"{commit}:{name}"), encoding="utf-8")
        yield version


def git(*arguments: str) -> str:
    """What git says; nothing when there is no git or no repository."""
    try:
        return subprocess.run(["git", *arguments], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        return ""
