import subprocess

import pytest

from scripts.environment import chromium
from scripts.environment.problem import SetupProblem


@pytest.fixture
def no_browser(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setattr(chromium, "_PLACES", {})
    monkeypatch.setattr(chromium.shutil, "which", lambda name: f"/usr/bin/{name}" if name == "apt-get" else None)


def test_a_chosen_browser_that_is_not_there_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHROMIUM", "/nergens/chromium")

    with pytest.raises(SetupProblem, match="/nergens/chromium"):
        chromium.chromium()


def test_a_chosen_browser_goes_before_the_one_of_the_system(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHROMIUM", "mijn-browser")
    monkeypatch.setattr(chromium.shutil, "which", lambda name: f"/ergens/{name}")

    assert chromium.chromium() == "/ergens/mijn-browser"


@pytest.mark.usefixtures("no_browser")
def test_an_ordinary_user_without_browser_reads_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chromium, "_may_install", lambda: False)

    with pytest.raises(SetupProblem, match="sudo apt install chromium") as problem:
        chromium.chromium()
    assert "\n" not in str(problem.value)


@pytest.mark.usefixtures("no_browser")
def test_root_on_debian_gets_chromium_after_fresh_package_lists(monkeypatch: pytest.MonkeyPatch) -> None:
    commands: list[list[str]] = []

    def run(command: list[str], **_: object) -> subprocess.CompletedProcess[str]:
        commands.append(command[:2])
        if command[1] == "install":
            monkeypatch.setattr(chromium.shutil, "which", lambda name: f"/usr/bin/{name}" if name == chromium.PACKAGE else None)
        return subprocess.CompletedProcess(command, 0, "", "")

    monkeypatch.setattr(chromium, "_may_install", lambda: True)
    monkeypatch.setattr(chromium.subprocess, "run", run)

    assert chromium.chromium() == "/usr/bin/chromium-headless-shell"
    assert commands == [["apt-get", "update"], ["apt-get", "install"]]


@pytest.mark.usefixtures("no_browser")
def test_a_failing_apt_get_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chromium, "_may_install", lambda: True)
    monkeypatch.setattr(
        chromium.subprocess, "run", lambda command, **_: subprocess.CompletedProcess(command, 100, "", "E: no mirror")
    )

    with pytest.raises(SetupProblem, match="apt-get kon Chromium niet installeren"):
        chromium.chromium()


def test_a_browser_without_a_window_goes_before_one_with(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setattr(chromium.shutil, "which", lambda name: f"/usr/bin/{name}" if name.startswith("chromium") else None)

    assert chromium.chromium() == "/usr/bin/chromium-headless-shell"
