"""Builds a copy of the project by its own verbs, so that no test touches the working tree or a developer's build."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from filelock import FileLock

from scripts.build.surroundings import commit_time
from scripts.environment.folders import ROOT

# The clock of `make build`: a test of tomorrow sees the site of today.
EPOCH = str(commit_time(ROOT))
_FOLDERS = ("docs", "overrides", "scripts")
# `python -m scripts` would set up a virtual environment in the copy; the tests already run in one.
_DISPATCH = """
import sys
from scripts.environment.bootstrap import dispatch
from scripts.environment.verbs import VERBS
sys.exit(dispatch(VERBS[sys.argv[1]], sys.argv[2:]))
"""


def copy_project(target: Path, source: Path = ROOT) -> Path:
    """What a build reads of `source`, in the new folder `target`; every file is dated now."""
    target.mkdir(parents=True)
    for name in _FOLDERS:
        unwanted = shutil.ignore_patterns("__pycache__", ".ipynb_checkpoints")
        shutil.copytree(source / name, target / name, ignore=unwanted, copy_function=shutil.copyfile)
    for configuration in source.glob("mkdocs*.yml"):
        shutil.copy(configuration, target)
    return target


def verb(*arguments: str) -> list[str]:
    """The command that runs `python -m scripts <arguments>` in a copy."""
    return [sys.executable, "-c", _DISPATCH, *arguments]


def run_verb(project: Path, *arguments: str, codes: tuple[int, ...] = (0,), variables: Mapping[str, str] | None = None) -> str:
    """Runs `python -m scripts <arguments>` in a copy; what it printed. Fails the test when it exits with none of `codes`."""
    environment = {**os.environ, "SOURCE_DATE_EPOCH": EPOCH, "PYTHONUTF8": "1", **(variables or {})}
    done = subprocess.run(
        verb(*arguments), cwd=project, env=environment, capture_output=True, text=True, encoding="utf-8", check=False
    )
    output = done.stdout + done.stderr
    assert done.returncode in codes, f"{' '.join(arguments)} exits with {done.returncode}:\n{output[-1500:]}"
    return output


def build(project: Path, **variables: str) -> Path:
    """The site of a copy, built and finished as for publication."""
    site = project / "site"
    run_verb(project, "build", "--site", str(site), variables=variables)
    return site


def once(shared: Path, name: str, make: Callable[[], object]) -> None:
    """Runs `make` in the first process that comes by; a failure there is tried again, and told, in the next."""
    done = shared / f"{name}.done"
    with FileLock(shared / f"{name}.lock"):
        if not done.exists():
            make()
            done.touch()
