import importlib
import sys
from types import SimpleNamespace

import pytest

from scripts.environment import bootstrap
from scripts.environment.problem import SetupProblem
from scripts.environment.verbs import VERBS, Verb


@pytest.mark.parametrize("arguments", [[], ["bestaat-niet"], ["bestaat-niet", "--help"]])
def test_wrong_usage_exits_2_and_lists_the_verbs(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert bootstrap.main(arguments) == 2

    error = capsys.readouterr().err
    assert all(name in error for name in VERBS)


@pytest.mark.parametrize("argument", ["help", "--help", "-h"])
def test_help_lists_every_verb_with_a_line(argument: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert bootstrap.main([argument]) == 0

    lines = capsys.readouterr().out.splitlines()
    for name, verb in VERBS.items():
        assert any(line.split() == [name, *verb.summary.split()] for line in lines)


@pytest.mark.parametrize("verb", VERBS.values(), ids=VERBS)
def test_every_verb_has_a_main(verb: Verb) -> None:
    assert callable(importlib.import_module(verb.module).main)


@pytest.mark.parametrize("name", ["test", "check", "build-zensical"])
def test_the_verbs_that_use_tools_of_the_second_lock_install_it(name: str) -> None:
    assert VERBS[name].locks == ["requirements.txt", "requirements-dev.txt"]


@pytest.mark.parametrize("name", ["serve", "preview", "build", "update"])
def test_the_verbs_of_an_editor_install_only_the_site(name: str) -> None:
    assert VERBS[name].locks == ["requirements.txt"]


def test_a_verb_gets_the_rest_of_the_arguments_and_decides_the_exit_code(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[list[str]] = []

    def main(arguments: list[str]) -> int:
        seen.append(arguments)
        return 7

    monkeypatch.setattr(bootstrap, "build_variables", dict)
    monkeypatch.setitem(sys.modules, "scripts.fake_verb", SimpleNamespace(main=main))  # type: ignore[arg-type]

    assert bootstrap.dispatch(Verb("scripts.fake_verb", ""), ["--source", "project"]) == 7
    assert seen == [["--source", "project"]]


def test_a_problem_of_the_machine_is_one_sentence_and_exit_1(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(*_: object) -> int:
        raise SetupProblem("Er ontbreekt iets: installeer het.")

    monkeypatch.setattr(bootstrap, "_run_inside", fail)

    assert bootstrap.main(["build"]) == 1
    assert capsys.readouterr().err == "Er ontbreekt iets: installeer het.\n"


def test_ctrl_c_ends_quietly(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def stop(*_: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(bootstrap, "_run_inside", stop)

    assert bootstrap.main(["build"]) == 130
    assert capsys.readouterr() == ("", "")
