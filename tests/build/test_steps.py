import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from scripts.build import offline as offline_verb
from scripts.build import site as site_verb
from scripts.build import zensical as zensical_verb
from scripts.build.steps import Step, content_steps, run_steps


def test_a_failing_step_stops_the_build_with_its_exit_code(capsys: pytest.CaptureFixture[str]) -> None:
    ran: list[str] = []

    def step(name: str, code: int) -> Step:
        return Step(name, lambda: ran.append(name) or code)  # type: ignore[func-returns-value]

    assert run_steps([step("een", 0), step("twee", 4), step("drie", 0)]) == 4
    assert ran == ["een", "twee"]
    assert "'twee' is niet gelukt" in capsys.readouterr().err


@pytest.fixture
def ran(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, list[str]]]:
    """The steps that ran: verbs and engines, all of them fakes that succeed."""
    calls: list[tuple[str, list[str]]] = []
    for name in ("statistics", "check", "publish"):
        fake = SimpleNamespace(main=lambda arguments, name=name: calls.append((name, arguments)) or 0)
        monkeypatch.setitem(sys.modules, f"scripts.{name}.command", fake)  # type: ignore[arg-type]
    return calls


def engine(monkeypatch: pytest.MonkeyPatch, ran: list[tuple[str, list[str]]], code: int) -> None:
    def run(command: list[str], **_: object) -> subprocess.CompletedProcess[str]:
        ran.append((command[2], command[3:]))
        return subprocess.CompletedProcess(command, code)

    monkeypatch.setattr(subprocess, "run", run)


def test_a_build_takes_over_figures_checks_builds_and_finishes(
    monkeypatch: pytest.MonkeyPatch, ran: list[tuple[str, list[str]]], tmp_path: Path
) -> None:
    engine(monkeypatch, ran, 0)

    assert site_verb.main(["--site", str(tmp_path)]) == 0
    assert [name for name, _ in ran] == ["statistics", "check", "mkdocs", "publish"]
    assert ran[0][1] == ["--source", "project"]
    assert "--strict" in ran[2][1]
    assert ran[3][1] == [str(tmp_path)]


def test_the_offline_copy_is_built_from_its_own_settings_and_gets_a_file_to_open(
    monkeypatch: pytest.MonkeyPatch, ran: list[tuple[str, list[str]]], tmp_path: Path
) -> None:
    engine(monkeypatch, ran, 0)
    monkeypatch.setattr(offline_verb, "OFFLINE_SITE", tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795737600")
    (tmp_path / "site").mkdir()
    (tmp_path / "site/index.html").write_text('<link rel="canonical" href="https://voorbeeld.be/">', encoding="utf-8")

    assert offline_verb.main([]) == 0
    assert [name for name, _ in ran] == ["statistics", "check", "mkdocs", "publish"]
    assert ran[2][1][-4:] == ["--config-file", "mkdocs.offline.yml", "--site-dir", str(tmp_path / "site")]
    assert (ran[3][1][0], ran[3][1][-1]) == (str(tmp_path / "site"), "--offline")
    for name in ("start.html", "LEES-MIJ.txt"):
        text = (tmp_path / name).read_bytes()
        assert b"27 november 2026" in text
        assert b"https://voorbeeld.be/" in text
        assert text.count(b"\r\n") == text.count(b"\n")


def test_a_page_that_does_not_build_is_never_finished(
    monkeypatch: pytest.MonkeyPatch, ran: list[tuple[str, list[str]]], tmp_path: Path
) -> None:
    engine(monkeypatch, ran, 3)

    assert site_verb.build(tmp_path) == 3
    assert [name for name, _ in ran] == ["statistics", "check", "mkdocs"]


def test_content_with_a_problem_is_never_built(
    monkeypatch: pytest.MonkeyPatch, ran: list[tuple[str, list[str]]], tmp_path: Path
) -> None:
    engine(monkeypatch, ran, 0)
    monkeypatch.setitem(sys.modules, "scripts.check.command", SimpleNamespace(main=lambda arguments: 1))  # type: ignore[arg-type]

    assert site_verb.build(tmp_path) == 1
    assert [name for name, _ in ran] == ["statistics"]


@pytest.mark.parametrize(("writes", "code"), [(True, 0), (False, 1)])
def test_zensical_must_leave_a_home_page(
    monkeypatch: pytest.MonkeyPatch, ran: list[tuple[str, list[str]]], tmp_path: Path, writes: bool, code: int
) -> None:
    folder = tmp_path / "site-zensical"
    folder.mkdir()
    (folder / "old.html").write_text("of an earlier build", encoding="utf-8")

    def run(command: list[str], **_: object) -> subprocess.CompletedProcess[str]:
        folder.mkdir()
        if writes:
            (folder / "index.html").write_text("", encoding="utf-8")
        return subprocess.CompletedProcess(command, 0)

    monkeypatch.setattr(zensical_verb, "ZENSICAL_SITE", folder)
    monkeypatch.setattr(subprocess, "run", run)

    assert zensical_verb.main([]) == code
    assert not (folder / "old.html").exists()


def test_zensical_can_build_where_the_site_is_published(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    folder, site = tmp_path / "site-zensical", tmp_path / "site"
    site.mkdir()
    (site / "old.html").write_text("of an earlier build", encoding="utf-8")

    def run(command: list[str], **_: object) -> subprocess.CompletedProcess[str]:
        folder.mkdir()
        (folder / "index.html").write_text("new", encoding="utf-8")
        return subprocess.CompletedProcess(command, 0)

    monkeypatch.setattr(zensical_verb, "ZENSICAL_SITE", folder)
    monkeypatch.setattr(subprocess, "run", run)

    assert zensical_verb.run_zensical(site) == 0
    assert [path.name for path in site.iterdir()] == ["index.html"]


def test_the_steps_before_a_build_are_those_of_the_design() -> None:
    assert [step.label for step in content_steps()] == ["projectcijfers overnemen", "inhoud nakijken"]
