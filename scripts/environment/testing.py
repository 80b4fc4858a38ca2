"""`python -m scripts test`: gets what the tests need beyond Python packages, then runs pytest."""

import os
import subprocess
import sys

from scripts.environment.chromium import chromium
from scripts.environment.folders import ROOT
from scripts.environment.tools import install_npm_tools


def main(arguments: list[str]) -> int:
    """Runs all tests, or what `arguments` ask of pytest; pytest's exit code. Raises SetupProblem."""
    environment = {**os.environ, "CHROMIUM": chromium()}
    install_npm_tools()
    return subprocess.run([sys.executable, "-m", "pytest", *arguments], cwd=ROOT, env=environment, check=False).returncode
