"""The environment variables every verb runs with, so that all steps of a build see the same clock. Standard library only."""

import os
import subprocess
import time
from pathlib import Path

from scripts.environment.folders import ROOT


def build_variables() -> dict[str, str]:
    """What both engines need on top of our own environment."""
    return {
        # Material for MkDocs says at every build that its support ends on 5 May 2027. We know, and pinned its last
        # versions; the way out is Zensical, kept open by `make build-zensical` (see CONTRIBUTING.md).
        "NO_MKDOCS_2_WARNING": "1",
        # Ages of figures and dates in files follow from this alone, so one commit always gives one site.
        "SOURCE_DATE_EPOCH": os.environ.get("SOURCE_DATE_EPOCH") or str(commit_time(ROOT)),
    }


def commit_time(folder: Path) -> int:
    """Seconds since 1970 of the last commit; now, when there is no git or nothing was committed yet."""
    command = ["git", "log", "-1", "--format=%ct"]
    try:
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    except OSError:
        return int(time.time())
    return int(done.stdout) if done.returncode == 0 and done.stdout.strip() else int(time.time())
