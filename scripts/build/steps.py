"""Runs the steps of a build in order, and stops at the first that fails."""

import importlib
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Step:
    """One step: what it does, in Dutch, and a function that returns an exit code."""

    label: str
    run: Callable[[], int]


def run_steps(steps: Sequence[Step]) -> int:
    """The exit code of the first step that fails, else 0."""
    for step in steps:
        print(f"— {step.label}", flush=True)
        code = step.run()
        if code:
            print(f"Gestopt: '{step.label}' is niet gelukt.", file=sys.stderr)
            return code
    return 0


def content_steps() -> list[Step]:
    """What comes before every build: the project's own figures as data, and a look at all content."""
    return [
        Step("projectcijfers overnemen", verb("scripts.statistics.command", "--source", "project")),
        Step("inhoud nakijken", verb("scripts.check.command")),
    ]


def verb(module: str, *arguments: str) -> Callable[[], int]:
    """A step that runs the `main` of another verb, imported when its turn comes."""
    return lambda: int(importlib.import_module(module).main(list(arguments)))
