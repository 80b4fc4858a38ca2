"""Every command that a file of the project tells people or CI to run must exist."""

import re

import pytest
import yaml

from scripts.environment.checking import NAMES
from scripts.environment.folders import ROOT
from scripts.environment.verbs import VERBS

FILES = [
    "README.md",
    "CONTRIBUTING.md",
    "SECURITY.md",
    ".ci/run",
    ".pre-commit-config.yaml",
    ".github/workflows/ci.yml",
    ".github/workflows/deploy.yml",
    ".github/workflows/links.yml",
]
EDITOR_FILES = ["README.md", "CONTRIBUTING.md"]


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def make_targets() -> set[str]:
    rule = re.search(r"^(help .*):\n\t@\$\(PYTHON\) -m scripts \$@ \$\(ARGS\)$", read("Makefile"), re.MULTILINE)
    assert rule
    return set(rule[1].split())


def commands(name: str) -> set[str]:
    """The targets of `make X` and the verbs of `-m scripts X` in a file, in code spans and blocks only."""
    text = read(name)
    code = re.findall(r"```.*?```|`[^`]+`", text, re.DOTALL) if name.endswith(".md") else [text]
    return set(re.findall(r"(?<![\w-])(?:make|-m scripts) (?!PYTHON)([a-z][a-z-]*)", "\n".join(code)))


def test_the_makefile_has_a_target_for_every_verb_and_help() -> None:
    assert make_targets() == set(VERBS) | {"help"}


def test_no_target_is_mistaken_for_a_file() -> None:
    phony = re.search(r"^\.PHONY: (.*)$", read("Makefile"), re.MULTILINE)

    assert phony
    assert set(phony[1].split()) == make_targets()


@pytest.mark.parametrize("name", FILES)
def test_every_command_named_exists(name: str) -> None:
    assert commands(name) <= set(VERBS) | {"help"}


@pytest.mark.parametrize("verb", ["serve", "test", "preview"])
def test_the_readme_gives_the_main_commands_with_and_without_make(verb: str) -> None:
    assert f"make {verb}" in read("README.md")
    assert f"py -m scripts {verb}\n" in read("README.md")


@pytest.mark.parametrize("verb", ["check", "lock", "build-zensical", "build-offline", "update", "check-content"])
def test_contributing_explains_the_others(verb: str) -> None:
    assert verb in commands("CONTRIBUTING.md")


@pytest.mark.parametrize("name", EDITOR_FILES)
def test_every_path_named_exists(name: str) -> None:
    paths = re.findall(r"`((?:docs|scripts|tests|overrides|\.github)/[\w./-]*|\w+\.(?:yml|in|txt))`", read(name))

    assert paths
    assert [path for path in paths if not (ROOT / path).exists()] == []


@pytest.mark.parametrize("name", EDITOR_FILES)
def test_every_error_code_in_an_example_exists(name: str) -> None:
    from scripts.check.problem import CODES

    assert set(re.findall(r"HIB-\d{3}", read(name))) <= set(CODES)


def test_contributing_uses_only_macros_and_blocks_that_exist() -> None:
    from scripts.markdown.blocks import BLOCKS
    from scripts.markdown.macros import MACROS

    text = read("CONTRIBUTING.md")
    assert set(re.findall(r"\[\[ (\w+)\(", text)) <= set(MACROS)
    assert set(re.findall(r"`/// (\w+)", text)) == set(BLOCKS)


def test_pre_commit_runs_only_our_own_checks() -> None:
    repositories = yaml.safe_load(read(".pre-commit-config.yaml"))["repos"]
    hooks = [hook for repository in repositories for hook in repository["hooks"]]

    assert [repository["repo"] for repository in repositories] == ["local"]
    for hook in hooks:
        assert hook["language"] == "system"
        start, _, names = hook["entry"].partition(" check ")
        assert start == "python3 -m scripts"
        assert set(names.split()) <= set(NAMES)


def test_the_banner_we_silence_is_explained_with_its_date() -> None:
    assert "5 mei 2027" in read("CONTRIBUTING.md")
    assert "5 May 2027" in read("scripts/build/surroundings.py")
