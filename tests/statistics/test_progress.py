"""A line that counts up on a terminal, plain lines in a log, nothing for machines."""

import io
from collections.abc import Callable
from pathlib import Path

import pytest

from scripts.statistics.progress import Progress

Run = Callable[..., int]


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_on_a_terminal_one_line_counts_up() -> None:
    stream = Terminal()
    progress = Progress(stream)
    progress.step("eurostat", 1, 2)
    progress.step("eurostat", 2, 2)
    progress.end()
    assert stream.getvalue() == "\reurostat: 1 van 2 cijfers gelezen\reurostat: 2 van 2 cijfers gelezen\n"


def test_elsewhere_a_source_is_one_plain_line() -> None:
    stream = io.StringIO()
    progress = Progress(stream)
    progress.step("eurostat", 1, 2)
    progress.step("eurostat", 2, 2)
    progress.end()
    assert stream.getvalue() == "eurostat: 2 cijfers gelezen\n"


def test_a_run_shows_it_on_stderr_and_not_with_json(run: Run, docs: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run("--source", "project")
    shown = capsys.readouterr()
    assert "project: 3 cijfers gelezen" in shown.err
    assert "gelezen" not in shown.out
    run("--source", "project", "--json")
    assert capsys.readouterr().err == ""
