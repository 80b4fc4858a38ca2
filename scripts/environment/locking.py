"""`python -m scripts lock`: compiles requirements*.in to the locks with hashes."""

import argparse
import subprocess
import sys

from scripts.environment.folders import ROOT
from scripts.environment.python_version import MINIMUM

# One lock for Linux, macOS and Windows and for every Python from MINIMUM on; no address of a registry may stand in it.
_OPTIONS = [
    "--universal",
    "--fork-strategy=fewest",
    f"--python-version={'.'.join(map(str, MINIMUM))}",
    "--generate-hashes",
    "--no-emit-index-url",
    "--no-emit-find-links",
    # Dependabot reads in this header how to compile.
    "--custom-compile-command=python3 -m scripts lock  # uv pip compile --universal",
    "--quiet",
]


def main(arguments: list[str]) -> int:
    """Writes both locks; with --upgrade everything moves to its newest version. Exit code of the first that fails."""
    parser = argparse.ArgumentParser(prog="python3 -m scripts lock")
    parser.add_argument("--upgrade", action="store_true", help="neem van alles de nieuwste versie die requirements*.in toelaat")
    upgrade = ["--upgrade"] if parser.parse_args(arguments).upgrade else []
    return _compile("requirements", upgrade) or _compile("requirements-dev", upgrade)


def _compile(name: str, extra: list[str]) -> int:
    command = [sys.executable, "-m", "uv", "pip", "compile", *_OPTIONS, *extra, f"{name}.in", "-o", f"{name}.txt"]
    return subprocess.run(command, cwd=ROOT, check=False, stdout=subprocess.DEVNULL).returncode
