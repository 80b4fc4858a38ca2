import ast
import subprocess
import sys

import pytest

from scripts.environment.folders import ROOT
from scripts.environment.python_version import MINIMUM, complaint


@pytest.mark.parametrize("version", [(2, 7, 18), (3, 6, 15), (3, 11, 2), (3, 11, 4)])
def test_an_old_python_reads_what_it_is_and_what_it_should_be(version: tuple[int, ...]) -> None:
    sentence = complaint(version)

    assert ".".join(map(str, version)) in sentence
    assert "3.11.5" in sentence
    assert "\n" not in sentence


@pytest.mark.parametrize("version", [MINIMUM, (3, 11, 7), (3, 13, 0), (4, 0, 0)])
def test_a_new_enough_python_hears_nothing(version: tuple[int, ...]) -> None:
    assert complaint(version) == ""


@pytest.mark.parametrize("name", ["__init__", "__main__", "environment/__init__", "environment/python_version"])
def test_what_runs_before_the_check_parses_on_python_3_6(name: str) -> None:
    source = (ROOT / "scripts" / f"{name}.py").read_text(encoding="utf-8")

    ast.parse(source, feature_version=(3, 6))


def test_an_old_python_gets_one_sentence_and_no_traceback() -> None:
    program = "import runpy, sys; sys.version_info = (3, 9, 18); runpy.run_module('scripts', run_name='__main__')"
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False)

    assert done.returncode == 1
    assert done.stderr.strip() == complaint((3, 9, 18))
