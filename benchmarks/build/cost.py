"""What it costs to run a program in a copy of the project: no measurement touches the working tree."""

import os
import subprocess
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from scripts.build.surroundings import build_variables

MEGABYTE = 1024 * 1024 if sys.platform == "darwin" else 1024


@dataclass(frozen=True)
class Cost:
    """One program from start to end: seconds on the clock, seconds of a processor, largest memory in MB."""

    clock: float
    processor: float
    memory: float

    def __add__(self, other: "Cost") -> "Cost":
        return Cost(self.clock + other.clock, self.processor + other.processor, max(self.memory, other.memory))


def variables(**more: str) -> Mapping[str, str]:
    return {**os.environ, **build_variables(), "PYTHONUTF8": "1", **more}


def mkdocs(site: Path) -> list[str]:
    """The command `make build` makes the pages with."""
    return [sys.executable, "-m", "mkdocs", "build", "--strict", "--clean", "--quiet", "--site-dir", str(site)]


def cost(command: list[str], project: Path, **more: str) -> Cost:
    """What it costs to run `command` in a new process, with all it starts; `more` are variables of its environment.

    Stops the measurement when the command fails.
    """
    begun = time.perf_counter()
    with subprocess.Popen(
        command, cwd=project, env=variables(**more), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as process:
        told = process.stdout.read() if process.stdout else ""
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{' '.join(command[-8:])} ends with {process.returncode}:\n{told[-2000:]}")
    return Cost(time.perf_counter() - begun, used.ru_utime + used.ru_stime, used.ru_maxrss / MEGABYTE)
