"""Each code: one thing wrong in an otherwise good folder gives that code, on that line, and nothing else."""

import re
from pathlib import Path

import pytest

from scripts.check.command import find_problems, main
from scripts.check.problem import CODES
from scripts.content.site import load_site
from scripts.environment.folders import ROOT
from tests.docs_folder import CONFIG, FILES, make_docs, page

GOOD = "Zin met bron [@kato2020]."

PROJECT = FILES["bronnen/projectcijfers.yml"].replace(
    "figures: {}",
    "figures: {project-x: {title: X, short: X, value: 1, unit_label: x, definition: null, peildatum: null, note: x, recorded: 2026-11-22}}",
)

CASES = {
    "no front matter": ({"index.md": f"# Start\n\n{GOOD}\n"}, "HIB-010", "docs/index.md:1"),
    "unclosed front matter": ({"index.md": f"---\ntitle: Start\n\n# Start\n\n{GOOD}\n"}, "HIB-010", "docs/index.md:1"),
    "unknown key": ({"index.md": page(GOOD).replace("type:", "typ: x\ntype:")}, "HIB-010", "docs/index.md:4"),
    "key given twice": ({"index.md": page(GOOD).replace("type:", "title: Nog eens\ntype:")}, "HIB-010", "docs/index.md:2"),
    "unknown type": ({"index.md": page(GOOD).replace("reference", "les")}, "HIB-010", "docs/index.md:2"),
    "knowledge without a review date": ({"index.md": page(GOOD).replace("reference", "knowledge")}, "HIB-010", "docs/index.md:2"),
    "description too long": (
        {"index.md": page(GOOD).replace("Een korte", "Een korte " + "x" * 160)},
        "HIB-010",
        "docs/index.md:3",
    ),
    "two tops": ({"index.md": page(f"{GOOD}\n\n# Nog een")}, "HIB-011", "docs/index.md:11"),
    "skipped level": ({"index.md": page(f"{GOOD}\n\n### Te diep")}, "HIB-012", "docs/index.md:11"),
    "picture without description": ({"index.md": page(f"{GOOD}\n\n![](../docs/index.md)")}, "HIB-013", "docs/index.md:11"),
    "unclosed block": ({"index.md": page(f"{GOOD}\n\n/// kort\n\ntekst")}, "HIB-020", "docs/index.md:11"),
    "unknown block": ({"index.md": page(f"{GOOD}\n\n/// kortt\n\ntekst\n\n///")}, "HIB-021", "docs/index.md:11"),
    "block without its title": ({"index.md": page(f"{GOOD}\n\n/// casus\n\ntekst\n\n///")}, "HIB-022", "docs/index.md:11"),
    "unknown option": ({"index.md": page(f"{GOOD}\n\n/// kort\n    kleur: rood\n\ntekst\n\n///")}, "HIB-022", "docs/index.md:11"),
    "unreadable options": (
        {"index.md": page(f"{GOOD}\n\n/// kort\n    kleur: [\n\ntekst\n\n///")},
        "HIB-022",
        "docs/index.md:12",
    ),
    "stray close": ({"index.md": page(f"{GOOD}\n\n///")}, "HIB-023", "docs/index.md:11"),
    "closed by another length": ({"index.md": page(f"{GOOD}\n\n/// kort\n\ntekst\n\n////")}, "HIB-020", "docs/index.md:11"),
    "unclosed macro": ({"index.md": page(f"{GOOD}\n\n[[ hulp()")}, "HIB-030", "docs/index.md:11"),
    "no call": ({"index.md": page(f"{GOOD}\n\n[[ hulp ]]")}, "HIB-030", "docs/index.md:11"),
    "unknown macro": ({"index.md": page(f"{GOOD}\n\n[[ hulpp() ]]")}, "HIB-031", "docs/index.md:11"),
    "unknown indicator": ({"index.md": page(f'{GOOD}\n\n[[ cijfer("neett") ]]')}, "HIB-032", "docs/index.md:11"),
    "unknown area": ({"index.md": page(f'{GOOD}\n\n[[ cijfer("neet", geo="FR") ]]')}, "HIB-032", "docs/index.md:11"),
    "unknown option of a macro": (
        {"index.md": page(f'{GOOD}\n\n[[ cijfer("neet", land="BE") ]]')},
        "HIB-032",
        "docs/index.md:11",
    ),
    "unknown source": ({"index.md": page(f"{GOOD}\n\nZin [@kato2021].")}, "HIB-040", "docs/index.md:11"),
    "unused source": ({"index.md": page("Zin.")}, "HIB-041", "docs/bronnen/literatuur.bib:1"),
    "dead link": ({"index.md": page(f"{GOOD}\n\n[x](weg.md)")}, "HIB-050", "docs/index.md:11"),
    "dead anchor": ({"index.md": page(f"{GOOD}\n\n[x](naslag/literatuur.md#weg)")}, "HIB-051", "docs/index.md:11"),
    "absolute link": ({"index.md": page(f"{GOOD}\n\n[x](/naslag/)")}, "HIB-052", "docs/index.md:11"),
    "page outside the menu": ({"los.md": page("Zin.")}, "HIB-060", "docs/los.md:1"),
    "address not listed": ({"bronnen/urls.txt": "/\n"}, "HIB-062", "docs/bronnen/urls.txt:2"),
    "address that is no page": ({"bronnen/urls.txt": "/\n/naslag/literatuur/\n/oud/\n"}, "HIB-062", "docs/bronnen/urls.txt:3"),
    "redirect to nowhere": (
        {"bronnen/urls.txt": "/\n/naslag/literatuur/\n/oud/ -> /weg/\n"},
        "HIB-062",
        "docs/bronnen/urls.txt:3",
    ),
    "damaged data": ({"data/neet.json": "{"}, "HIB-070", "docs/data/neet.json:1"),
    "damaged bibliography": (
        {"bronnen/literatuur.bib": FILES["bronnen/literatuur.bib"] + "@misc{x, title = {"},
        "HIB-070",
        "literatuur.bib:6",
    ),
    "source without a kind": (
        {"bronnen/literatuur.bib": FILES["bronnen/literatuur.bib"].replace(", kind = {research}", "")},
        "HIB-070",
        "docs/bronnen/literatuur.bib:1",
    ),
    "helpline in the box without a number": (
        {"bronnen/helplijnen.yml": FILES["bronnen/helplijnen.yml"].replace(', phone: "112"', "")},
        "HIB-070",
        "docs/bronnen/helplijnen.yml:1",
    ),
    "project figure that was not carried over": (
        {"bronnen/projectcijfers.yml": PROJECT},
        "HIB-071",
        "docs/data/project-x.json:1",
    ),
    "suicide without the help box": ({"index.md": page(f"{GOOD}\n\nDenken aan zelfdoding.")}, "HIB-080", "docs/index.md:11"),
    "a word we avoid": ({"index.md": page(f"{GOOD}\n\nEen zorgmijder.")}, "HIB-081", "docs/index.md:11"),
}


@pytest.mark.parametrize(("changed", "code", "place"), CASES.values(), ids=CASES)
def test_names_the_place_and_the_code_of_one_fault(tmp_path: Path, changed: dict[str, str], code: str, place: str) -> None:
    docs = make_docs(tmp_path, **changed)

    problems = find_problems(load_site(docs), tmp_path / "mkdocs.yml")

    assert any(problem.code == code and f"{problem.path}:{problem.line}".endswith(place) for problem in problems), problems


def test_finds_nothing_in_a_good_folder(tmp_path: Path) -> None:
    assert find_problems(load_site(make_docs(tmp_path)), tmp_path / "mkdocs.yml") == []


def test_finds_all_faults_of_all_files_in_one_run(tmp_path: Path) -> None:
    docs = make_docs(
        tmp_path,
        **{"index.md": page("[x](weg.md) [@weg]\n\n/// kort"), "naslag/literatuur.md": "leeg", "bronnen/helplijnen.yml": "["},
    )

    codes = {problem.code for problem in find_problems(load_site(docs), tmp_path / "mkdocs.yml")}

    assert {"HIB-010", "HIB-020", "HIB-040", "HIB-041", "HIB-050", "HIB-070"} <= codes


def test_names_a_menu_entry_without_a_page(tmp_path: Path) -> None:
    docs = make_docs(tmp_path)
    (tmp_path / "mkdocs.yml").write_text(CONFIG + "  - weg.md\n", encoding="utf-8")

    problems = find_problems(load_site(docs), tmp_path / "mkdocs.yml")

    assert [(problem.code, problem.line) for problem in problems] == [("HIB-061", 4)]


def test_names_a_page_that_is_not_utf8(tmp_path: Path) -> None:
    docs = make_docs(tmp_path)
    (docs / "index.md").write_bytes(b"---\ntitle: caf\xe9\n---\n")

    problems = find_problems(load_site(docs), tmp_path / "mkdocs.yml")

    assert any("UTF-8" in problem.what and problem.path == "docs/index.md" for problem in problems)


@pytest.mark.parametrize(
    "text", ["", "---\n---\n", "\x00\x00", "---\n" * 5000, "[" * 20_000, "/// " * 5000, "[[" * 5000, "> " * 3000]
)
def test_survives_a_page_nobody_would_write(tmp_path: Path, text: str) -> None:
    docs = make_docs(tmp_path, **{"index.md": text})

    assert find_problems(load_site(docs), tmp_path / "mkdocs.yml")


def test_ignores_block_lines_citations_and_links_inside_code(tmp_path: Path) -> None:
    body = f"{GOOD}\n\n```\n/// weg\n[@weg] [x](weg.md)\n# kop\n```\n\nZo schrijf je `[@weg]` en `[x](weg.md)`.\n\n<!-- [@weg]\n/// weg -->"
    docs = make_docs(tmp_path, **{"index.md": page(body)})

    assert find_problems(load_site(docs), tmp_path / "mkdocs.yml") == []


def test_every_code_is_given_explained_and_tested() -> None:
    explained = ROOT / "scripts/check/problem.py"
    given = {code for path in (ROOT / "scripts").rglob("*.py") if path != explained for code in codes_in(path)}
    tested = {code for path in (ROOT / "tests").glob("*/*.py") for code in codes_in(path)}

    assert given == set(CODES)
    assert set(CODES) - tested == set()


def codes_in(path: Path) -> list[str]:
    return re.findall(r"HIB-\d{3}", path.read_text(encoding="utf-8"))


def test_command_prints_each_problem_with_its_remedy_and_fails(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    docs = make_docs(tmp_path, **{"index.md": page(f"{GOOD}\n\n/// kort\n\ntekst")})

    code = main(["--docs", str(docs), "--config", str(tmp_path / "mkdocs.yml")])

    assert code == 1
    assert "docs/index.md:11 HIB-020 blok 'kort' is niet gesloten → zet ///" in capsys.readouterr().out


def test_command_is_content_with_the_real_site(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 0, capsys.readouterr().out
