"""`new`: everything in its place, what is still to be written named by the check, and nothing overwritten."""

from collections import defaultdict
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


MADE = [
    ("les", LESSON, f"docs/vorming/{LESSON}.md", set()),
    ("gesprek", "nieuw-gesprek", "docs/vorming/gesprekken/nieuw-gesprek.md", set()),
    # Too few words yet.
    ("pagina", "doelgroep/nieuwe-pagina", "docs/doelgroep/nieuwe-pagina.md", {"HIB-143"}),
    ("indicator", "nieuw-cijfer", "docs/cijfers/nieuw-cijfer.md", set()),
    # Evidence without a source.
    ("aanbeveling", "vlaams", "docs/beleid/vlaams.md", {"HIB-168"}),
]
DEEPER = ("pagina", "beleid/werkkoffer/brief", "docs/beleid/werkkoffer/brief.md", {"HIB-143"})
INDICATORS = "docs/bronnen/indicatoren.yml"


@pytest.mark.parametrize("made", [MADE, [DEEPER]], ids=["one of each", "a page deeper in the menu"])
def test_of_what_is_made_the_check_names_only_what_is_to_be_written(
    project: Path, made: list[tuple[str, str, str, set[str]]]
) -> None:
    for kind, name, _, _ in made:
        assert main([kind, name, "--project", str(project)]) == 0
    found = defaultdict(set)
    for problem in find_problems(load_site(project / "docs"), project / "mkdocs.yml"):
        found[problem.path].add(problem.code)
    expected = {path: {"HIB-186"} | others for _, _, path, others in made}
    assert found == (expected | {INDICATORS: {"HIB-186"}} if made is MADE else expected)


def test_what_is_filled_in_passes_every_check(project: Path) -> None:
    for kind, name in (("pagina", "doelgroep/nieuwe-pagina"), ("indicator", "nieuw-cijfer")):
        assert main([kind, name, "--project", str(project)]) == 0
    for path in (project / "docs/doelgroep/nieuwe-pagina.md", project / "docs/cijfers/nieuw-cijfer.md", project / INDICATORS):
        text = path.read_text(encoding="utf-8").replace("schrijf hier", "tps00001")
        # The front matter takes one sentence, not eight.
        text = text.replace("description: Schrijf hier", "description: Een zin over wat telt.")
        path.write_text(text.replace("Schrijf hier", "Een zin over wat telt. " * 8), encoding="utf-8")
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
