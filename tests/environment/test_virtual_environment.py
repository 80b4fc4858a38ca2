import importlib.util
import sys
import venv
from pathlib import Path

import pytest

from scripts.environment import virtual_environment
from scripts.environment.problem import SetupProblem
from scripts.environment.virtual_environment import UNFINISHED, VirtualEnvironment


@pytest.fixture
def environment(tmp_path: Path) -> VirtualEnvironment:
    """A real one with a finished install, without pip: that takes long to make."""
    made = VirtualEnvironment(tmp_path / "env")
    venv.create(made.folder, with_pip=False, symlinks=sys.platform != "win32")
    made.stamps.mkdir()
    (made.stamps / "requirements.txt.sha256").write_text("abc", encoding="utf-8")
    return made


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Which environments were made, without making them."""
    folders: list[Path] = []
    monkeypatch.setattr(VirtualEnvironment, "_make", lambda self: folders.append(self.folder))
    return folders


def test_a_working_environment_is_left_alone(environment: VirtualEnvironment, made: list[Path]) -> None:
    environment.ensure()

    assert made == []


def test_a_missing_environment_is_made(tmp_path: Path, made: list[Path]) -> None:
    VirtualEnvironment(tmp_path / "none").ensure()

    assert made == [tmp_path / "none"]


def test_an_environment_of_an_older_python_is_made_again(environment: VirtualEnvironment, made: list[Path]) -> None:
    (environment.folder / "pyvenv.cfg").write_text("home = /usr/bin\nversion = 3.10.13\n", encoding="utf-8")
    environment.ensure()

    assert made == [environment.folder]


def test_an_environment_whose_python_disappeared_is_made_again(environment: VirtualEnvironment, made: list[Path]) -> None:
    environment.python.unlink()
    environment.ensure()

    assert made == [environment.folder]


def test_a_half_finished_install_is_made_again(environment: VirtualEnvironment, made: list[Path]) -> None:
    (environment.stamps / "requirements-dev.txt.sha256").write_text(UNFINISHED, encoding="utf-8")
    environment.ensure()

    assert made == [environment.folder]


def test_an_environment_without_pip_and_without_stamps_is_made_again(environment: VirtualEnvironment, made: list[Path]) -> None:
    (environment.stamps / "requirements.txt.sha256").unlink()
    environment.ensure()

    assert made == [environment.folder]


@pytest.mark.parametrize("module", ["venv", "ensurepip"])
def test_a_python_without_venv_names_the_debian_package(
    tmp_path: Path, made: list[Path], monkeypatch: pytest.MonkeyPatch, module: str
) -> None:
    find = importlib.util.find_spec
    monkeypatch.setattr(virtual_environment.importlib.util, "find_spec", lambda name: None if name == module else find(name))

    with pytest.raises(SetupProblem, match=f"apt install python3.{sys.version_info.minor}-venv") as problem:
        VirtualEnvironment(tmp_path / "none").ensure()
    assert module in str(problem.value)
    assert made == []


def test_a_folder_that_cannot_be_made_says_so_in_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")

    with pytest.raises(SetupProblem, match="kon niet gemaakt worden"):
        VirtualEnvironment(tmp_path / "file" / "env").ensure()


def test_knows_whether_this_process_runs_in_it(environment: VirtualEnvironment) -> None:
    assert VirtualEnvironment(Path(sys.prefix)).active()
    assert not environment.active()
