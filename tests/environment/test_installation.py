import sys
from pathlib import Path

import pytest

from scripts.environment import installation
from scripts.environment.installation import checksum, install
from scripts.environment.problem import SetupProblem
from scripts.environment.virtual_environment import UNFINISHED, VirtualEnvironment

NO_NETWORK = "ERROR: HTTPSConnectionPool: Max retries exceeded (Caused by NewConnectionError)"


class _Pip:
    """Plays pip: counts its runs and answers `output` (None: all went well)."""

    def __init__(self) -> None:
        self.output: str | None = None
        self.runs = 0

    def __call__(self, environment: VirtualEnvironment, lock: Path) -> str | None:
        self.runs += 1
        return self.output


@pytest.fixture
def pip(monkeypatch: pytest.MonkeyPatch) -> _Pip:
    fake = _Pip()
    monkeypatch.setattr(installation, "_pip_install", fake)
    return fake


@pytest.fixture
def environment(tmp_path: Path) -> VirtualEnvironment:
    (tmp_path / "env").mkdir()
    return VirtualEnvironment(tmp_path / "env")


@pytest.fixture
def lock(tmp_path: Path) -> Path:
    path = tmp_path / "requirements.txt"
    path.write_text("one==1 --hash=sha256:aa\n", encoding="utf-8")
    return path


def stamp_of(environment: VirtualEnvironment) -> Path:
    return environment.stamps / "requirements.txt.sha256"


def test_the_second_run_installs_nothing(environment: VirtualEnvironment, lock: Path, pip: _Pip) -> None:
    install(environment, lock)
    install(environment, lock)

    assert pip.runs == 1


def test_a_changed_lock_is_installed_again(environment: VirtualEnvironment, lock: Path, pip: _Pip) -> None:
    install(environment, lock)
    lock.write_text("one==2 --hash=sha256:bb\n", encoding="utf-8")
    install(environment, lock)

    assert pip.runs == 2


def test_line_ends_of_windows_do_not_make_another_lock(tmp_path: Path, lock: Path) -> None:
    windows = tmp_path / "windows.txt"
    windows.write_bytes(lock.read_bytes().replace(b"\n", b"\r\n"))

    assert checksum(windows) == checksum(lock)


def test_no_network_is_one_sentence_and_leaves_what_there_was(environment: VirtualEnvironment, lock: Path, pip: _Pip) -> None:
    install(environment, lock)
    before = stamp_of(environment).read_text(encoding="utf-8")
    lock.write_text("one==2 --hash=sha256:bb\n", encoding="utf-8")
    pip.output = NO_NETWORK

    with pytest.raises(SetupProblem, match="geen verbinding met het internet") as problem:
        install(environment, lock)
    assert "\n" not in str(problem.value)
    assert stamp_of(environment).read_text(encoding="utf-8") == before


def test_no_network_at_the_first_run_leaves_no_stamp(environment: VirtualEnvironment, lock: Path, pip: _Pip) -> None:
    pip.output = NO_NETWORK

    with pytest.raises(SetupProblem):
        install(environment, lock)
    assert not stamp_of(environment).exists()


def test_another_failure_shows_the_last_lines_of_pip_and_counts_as_unfinished(
    environment: VirtualEnvironment, lock: Path, pip: _Pip
) -> None:
    pip.output = "first line\n" * 20 + "No space left on device"

    with pytest.raises(SetupProblem, match="No space left on device"):
        install(environment, lock)
    assert stamp_of(environment).read_text(encoding="utf-8") == UNFINISHED


def test_an_interrupted_install_counts_as_unfinished(
    environment: VirtualEnvironment, lock: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(environment: VirtualEnvironment, lock: Path) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(installation, "_pip_install", interrupted)

    with pytest.raises(KeyboardInterrupt):
        install(environment, lock)
    assert stamp_of(environment).read_text(encoding="utf-8") == UNFINISHED


def test_the_real_pip_without_a_registry_counts_as_no_network(
    environment: VirtualEnvironment, lock: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lock.write_text(f"one==1 --hash=sha256:{'a' * 64}\n", encoding="utf-8")
    monkeypatch.setattr(VirtualEnvironment, "python", Path(sys.executable))
    # Port 9 of this machine answers nobody.
    for name, value in {"INDEX_URL": "http://127.0.0.1:9/", "EXTRA_INDEX_URL": "", "FIND_LINKS": ""}.items():
        monkeypatch.setenv(f"PIP_{name}", value)
    monkeypatch.setenv("PIP_CONFIG_FILE", "/dev/null")

    with pytest.raises(SetupProblem, match="geen verbinding met het internet"):
        install(environment, lock)
