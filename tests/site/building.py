"""Builds a copy of the project by its own verbs, so that no test touches the working tree or a developer's build."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

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


def copy_project(target: Path) -> Path:
    """What a build reads, in the new folder `target`."""
    target.mkdir(parents=True)
    for name in _FOLDERS:
        shutil.copytree(ROOT / name, target / name, ignore=shutil.ignore_patterns("__pycache__", ".ipynb_checkpoints"))
    for configuration in ROOT.glob("mkdocs*.yml"):
        shutil.copy(configuration, target)
    return target


def run_verb(project: Path, *arguments: str, **variables: str) -> str:
    """Runs `python -m scripts <arguments>` in a copy; what it printed. Fails the test when it exits with another code than 0."""
    environment = {**os.environ, "SOURCE_DATE_EPOCH": EPOCH, "PYTHONUTF8": "1", **variables}
    command = [sys.executable, "-c", _DISPATCH, *arguments]
    done = subprocess.run(command, cwd=project, env=environment, capture_output=True, text=True, encoding="utf-8", check=False)
    output = done.stdout + done.stderr
    assert done.returncode == 0, f"{' '.join(arguments)} exits with {done.returncode}:\n{output[-4000:]}"
    return output


def build(project: Path, **variables: str) -> Path:
    """The site of a copy, built and finished as for publication."""
    site = project / "site"
    run_verb(project, "build", "--site", str(site), **variables)
    return site
