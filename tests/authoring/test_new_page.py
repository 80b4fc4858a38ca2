"""`new`: everything in its place, what is still to be written named by the check, and nothing overwritten."""

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
    ("kind", "name", "made", "others"),
    [
        ("les", LESSON, f"vorming/{LESSON}.md", set()),
        ("gesprek", "nieuw-gesprek", "vorming/gesprekken/nieuw-gesprek.md", set()),
        # Too few words yet.
        ("pagina", "doelgroep/nieuwe-pagina", "doelgroep/nieuwe-pagina.md", {"HIB-143"}),
        ("pagina", "beleid/werkkoffer/brief", "beleid/werkkoffer/brief.md", {"HIB-143"}),
        ("indicator", "nieuw-cijfer", "cijfers/nieuw-cijfer.md", set()),
        # Evidence without a source.
        ("aanbeveling", "vlaams", "beleid/vlaams.md", {"HIB-168"}),
    ],
)
def test_of_what_is_made_the_check_names_only_what_is_to_be_written(
    project: Path, kind: str, name: str, made: str, others: set[str]
) -> None:
    assert main([kind, name, "--project", str(project)]) == 0

    found = find_problems(load_site(project / "docs"), project / "mkdocs.yml")
    places = {f"docs/{made}"} | ({"docs/bronnen/indicatoren.yml"} if kind == "indicator" else set())
    assert {problem.path for problem in found} == places
    assert {problem.code for problem in found} == {"HIB-186"} | others


@pytest.mark.parametrize("path", ["doelgroep/nieuwe-pagina.md", "cijfers/nieuw-cijfer.md"])
def test_what_is_filled_in_passes_every_check(project: Path, path: str) -> None:
    kind, name = ("indicator", "nieuw-cijfer") if path.startswith("cijfers") else ("pagina", path.removesuffix(".md"))
    assert main([kind, name, "--project", str(project)]) == 0
    for file in (project / "docs" / path, project / "docs/bronnen/indicatoren.yml"):
        text = file.read_text(encoding="utf-8").replace("schrijf hier", "tps00001")
        file.write_text(text.replace("Schrijf hier", "Een zin over wat telt. " * 8), encoding="utf-8")

    # The front matter takes one sentence, not eight.
    page = project / "docs" / path
    page.write_text(
        page.read_text(encoding="utf-8").replace("description: " + "Een zin over wat telt. " * 8, "description: "),
        encoding="utf-8",
    )
    assert find_problems(load_site(project / "docs"), project / "mkdocs.yml") == []


def test_a_recommendation_gets_the_next_number_after_the_others(project: Path) -> None:
    register = project / "docs/bronnen/aanbevelingen.yml"
    last = register.read_text(encoding="utf-8").count("- id: AANB-") - 1

    assert main(["aanbeveling", "lokaal", "--project", str(project)]) == 0
    text = (project / "docs/beleid/lokaal.md").read_text(encoding="utf-8")
    assert f"AANB-{last + 1}" in register.read_text(encoding="utf-8").split("\n- id: ")[-1]
    assert text.index("id: AANB-16") < text.index(f"id: AANB-{last + 1}") < text.index("## Verder")


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
        ("pagina", "los", "staat niet in het menu"),
        ("pagina", "../weg", "staat niet in het menu"),
        ("pagina", "doelgroep/../weg", "staat niet in het menu"),
        ("pagina", "cijfers/nieuw", "new indicator"),
        ("pagina", "vorming/opstarten/nieuw", "new les"),
        ("indicator", "neet 2", "kleine letters"),
        ("indicator", "neet-15-29", "bestaat al"),
        ("aanbeveling", "brussel", "Niveau 'brussel' bestaat niet"),
        ("aanbeveling", "../../lokaal", "bestaat niet"),
    ],
)
def test_a_wrong_name_says_what_is_wrong_and_writes_nothing(
    project: Path, capsys: pytest.CaptureFixture[str], kind: str, name: str, said: str
) -> None:
    before = sorted(project.rglob("*"))

    assert main([kind, name, "--project", str(project)]) == 1
    assert said in capsys.readouterr().err
    assert sorted(project.rglob("*")) == before
