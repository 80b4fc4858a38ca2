"""`python -m scripts test`: gets what the tests need beyond Python packages, then runs pytest."""

import os
import subprocess
import sys

from scripts.environment.chromium import chromium
from scripts.environment.folders import ROOT
from scripts.environment.tools import install_npm_tools

# Set by `test-all`: every page in every state, where `test` takes turns.
EVERYTHING = "TEST_EVERYTHING"


def main(arguments: list[str]) -> int:
    """Runs all tests, or what `arguments` ask of pytest; pytest's exit code. Raises SetupProblem."""
    environment = {**os.environ, "CHROMIUM": chromium()}
    install_npm_tools()
    # On all cores, unless a developer asks otherwise (`-n 0`): the last option counts.
    command = [sys.executable, "-m", "pytest", "-n", "auto", *arguments]
    return subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode
