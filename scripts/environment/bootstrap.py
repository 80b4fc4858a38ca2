"""From `python3 -m scripts <verb>` on a bare machine to that verb inside `.venv`. Standard library only."""

import importlib
import os
import sys

from scripts.build.surroundings import build_variables
from scripts.environment.folders import ROOT
from scripts.environment.installation import install
from scripts.environment.problem import SetupProblem
from scripts.environment.process import become
from scripts.environment.verbs import VERBS, Verb, help_text
from scripts.environment.virtual_environment import VirtualEnvironment


def main(arguments: list[str]) -> int:
    """Runs a verb: its exit code, 1 with one Dutch sentence when the machine misses something, 2 for wrong usage."""
    try:
        return _start(arguments)
    except SetupProblem as problem:
        print(problem, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


def _start(arguments: list[str]) -> int:
    name = arguments[0] if arguments else ""
    if name in ("help", "--help", "-h"):
        print(help_text())
        return 0
    if name not in VERBS:
        found = f"De opdracht '{name}' bestaat niet." if name else "Zeg welke opdracht je wil uitvoeren."
        print(f"{found}\n\n{help_text()}", file=sys.stderr)
        return 2
    return _run_inside(VirtualEnvironment(ROOT / ".venv"), VERBS[name], arguments)


def _run_inside(environment: VirtualEnvironment, verb: Verb, arguments: list[str]) -> int:
    environment.ensure()
    for lock in verb.locks:
        install(environment, ROOT / lock)
    if environment.active():
        return dispatch(verb, arguments[1:])
    os.chdir(ROOT)
    # UTF-8 everywhere: a Windows console would else stumble over Dutch letters.
    return become([str(environment.python), "-m", "scripts", *arguments], {**os.environ, "PYTHONUTF8": "1"})


def dispatch(verb: Verb, arguments: list[str]) -> int:
    """Runs the verb in this process. Its module is imported only now: it may need the packages just installed."""
    os.environ.update(build_variables())
    return int(importlib.import_module(verb.module).main(arguments))
