"""`python -m scripts test`: gets what the tests need beyond Python packages, then runs pytest."""

import os
import subprocess
import sys

from scripts.environment.chromium import chromium
from scripts.environment.folders import ROOT
from scripts.environment.tools import install_npm_tools

# Set by `test-all`: every page in every state, where `test` takes turns.
EVERYTHING = "TEST_EVERYTHING"
WAITING = 2


def main(arguments: list[str]) -> int:
    """Runs all tests, or what `arguments` ask of pytest; pytest's exit code. Raises SetupProblem."""
    # Python starts a hundred times: where its user wants nothing kept, it would compile all anew each time.
    environment = {**os.environ, "CHROMIUM": chromium(), "PYTHONDONTWRITEBYTECODE": ""}
    install_npm_tools()
    # More processes than cores, since a browser test mostly waits; `-n 0` asks otherwise: the last option counts.
    processes = (os.cpu_count() or 1) + WAITING
    command = [sys.executable, "-m", "pytest", "-n", str(processes), *arguments]
    return subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode
