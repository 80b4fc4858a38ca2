"""`new les` and `new gesprek`: pages that pass the checks at once, and nothing overwritten."""

from pathlib import Path

import pytest

from scripts.authoring.command import main
from scripts.check.command import find_problems
from scripts.content.site import load_site
from scripts.environment.folders import ROOT
from tests.site.building import copy_project

LESSON = "discord-in-de-vingers/nieuwe-les"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return copy_project(tmp_path / "project", ROOT)


@pytest.mark.parametrize(
    ("kind", "name", "path"), [("les", LESSON, LESSON), ("gesprek", "nieuw-gesprek", "gesprekken/nieuw-gesprek")]
)
def test_a_new_page_passes_every_check(project: Path, kind: str, name: str, path: str) -> None:
    assert main([kind, name, "--project", str(project)]) == 0

    assert (project / "docs/vorming" / f"{path}.md").exists()
    assert find_problems(load_site(project / "docs"), project / "mkdocs.yml") == []


def test_a_page_that_exists_is_left_alone(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = project / "docs/vorming/gesprekken/eerste-bericht.md"
    before = page.read_bytes()

    assert main(["gesprek", "eerste-bericht", "--project", str(project)]) == 1
    assert "bestaat al" in capsys.readouterr().err
    assert page.read_bytes() == before


def test_a_module_without_a_first_page_gets_that_first(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "docs/vorming/opstarten/index.md").unlink()

    assert main(["les", "opstarten/les", "--project", str(project)]) == 1
    assert "Maak eerst docs/vorming/opstarten/index.md" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("kind", "name", "said"),
    [
        ("les", "discord/les", "Module 'discord' bestaat niet"),
        ("gesprek", "../../weg!", "kleine letters"),
        ("gesprek", "Met Hoofdletters", "kleine letters"),
        ("les", "discord-in-de-vingers/", "kleine letters"),
    ],
)
def test_a_wrong_name_says_what_is_wrong_and_writes_nothing(
    project: Path, capsys: pytest.CaptureFixture[str], kind: str, name: str, said: str
) -> None:
    before = sorted(project.rglob("*"))

    assert main([kind, name, "--project", str(project)]) == 1
    assert said in capsys.readouterr().err
    assert sorted(project.rglob("*")) == before
