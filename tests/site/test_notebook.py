"""A notebook shows what its code gives with the data of today, and its page is as light as the others."""

import ast
import json
import shutil
import sys
from pathlib import Path
from typing import Any

import nbformat
import pytest

from scripts.markdown.macros.schatting import ESTIMATES, SIZES, margin
from scripts.statistics.notebooks import executed, main, outputs, read
from tests.site.addresses import NOTEBOOKS, SOURCES, file_of
from tests.site.reading import one, soup

MOST_BYTES = 80_000
COUNT = "hoeveel-jongeren-narekenen.ipynb"
KERNEL = {"display_name": "Python 3", "language": "python", "name": "python3"}
# Of each age group of a made-up population; the newest year counts.
OBSERVED = [{"period": "2024", "value": 90_000}, {"period": "2025", "value": 100_001}]


@pytest.mark.parametrize("address", NOTEBOOKS)
def test_a_notebook_run_again_gives_the_outputs_it_was_committed_with(project: Path, address: str) -> None:
    path = project / "docs" / SOURCES[address]
    kept = outputs(read(path))
    assert kept == outputs(executed(path)), (
        "cijfers veranderden: draai 'python -m scripts.statistics.notebooks' en bewaar het resultaat"
    )
    assert any(kept), "this notebook was committed without outputs"


@pytest.mark.parametrize("address", NOTEBOOKS)
def test_the_page_of_a_notebook_carries_no_style_or_script_of_its_own(site: Path, address: str) -> None:
    article = one(soup(site, address), "article")
    assert article.select("style, script, link, [style]") == []
    assert file_of(site, address).stat().st_size < MOST_BYTES


@pytest.mark.parametrize("address", NOTEBOOKS)
def test_the_page_of_a_notebook_shows_its_outputs(site: Path, project: Path, address: str) -> None:
    lines = [
        line
        for cell in outputs(read(project / "docs" / SOURCES[address]))
        for output in cell
        for line in str(output.get("text", "")).splitlines()
    ]
    shown = one(soup(site, address), "article").get_text()
    assert lines
    assert [line for line in lines if line.strip() not in shown] == []


@pytest.mark.parametrize("address", NOTEBOOKS)
def test_a_notebook_needs_python_alone_and_reads_the_figures_alone(project: Path, address: str) -> None:
    code = "\n".join(cell.source for cell in read(project / "docs" / SOURCES[address]).cells if cell.cell_type == "code")
    assert imported(code) <= sys.stdlib_module_names - {"urllib", "http", "socket", "subprocess", "os"}
    assert all(text.startswith("../data") for text in strings(code) if "/" in text and len(text) > 1)


@pytest.fixture
def notebooks(project: Path, tmp_path: Path) -> Path:
    """A copy of the notebooks beside a copy of the figures, for a test to change."""
    shutil.copytree(project / "docs" / "data", tmp_path / "data")
    shutil.copytree(project / "docs" / "cijfers", tmp_path / "cijfers", ignore=shutil.ignore_patterns("*.md"))
    return tmp_path / "cijfers"


def test_a_notebook_is_kept_anew_when_a_figure_changed_and_only_then(notebooks: Path) -> None:
    before = {path.name: path.read_bytes() for path in notebooks.glob("*.ipynb")}
    assert main([str(notebooks)]) == 0
    assert {path.name: path.read_bytes() for path in notebooks.glob("*.ipynb")} == before

    figures = notebooks.parent / "data" / "neet-15-29.json"
    data = json.loads(figures.read_text(encoding="utf-8"))
    newest(data, "BE", "T")["value"] = 33.3
    figures.write_text(json.dumps(data), encoding="utf-8")
    main([str(notebooks)])

    changed = {path.name for path in notebooks.glob("*.ipynb") if path.read_bytes() != before[path.name]}
    assert changed == {"neet-narekenen.ipynb"}
    assert "33,3 % is ongeveer 333 van de 1000 jongeren" in text_of(notebooks / "neet-narekenen.ipynb")
    assert read(notebooks / "neet-narekenen.ipynb").metadata == {"kernelspec": KERNEL, "language_info": {"name": "python"}}


def test_what_a_cell_prints_in_pieces_is_one_output(tmp_path: Path) -> None:
    path = tmp_path / "stukken.ipynb"
    code = nbformat.v4.new_code_cell("print('een', flush=True)\nprint('twee', flush=True)")  # type: ignore[no-untyped-call]
    nbformat.write(nbformat.v4.new_notebook(cells=[code], metadata={"kernelspec": KERNEL}), path)  # type: ignore[no-untyped-call]
    [[printed]] = outputs(executed(path))
    assert printed["text"] == "een\ntwee\n"


def test_the_notebook_repeats_the_estimates_of_the_page(notebooks: Path) -> None:
    code = "\n".join(cell.source for cell in read(notebooks / COUNT).cells if cell.cell_type == "code")
    [written] = [
        ast.literal_eval(node.value)
        for node in ast.walk(ast.parse(code))
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name) and node.targets[0].id == "ESTIMATES"
    ]
    assert [one[:2] for one in written] == [(one.low, one.high) for one in ESTIMATES]
    assert [one[3] for one in written] == [one.ages for one in ESTIMATES]
    assert all(ours.counted.startswith(one[2]) for one, ours in zip(written, ESTIMATES, strict=True))
    shown = text_of(notebooks / COUNT)
    for size in SIZES:
        thousands = f"{size:,}".replace(",", " ")
        assert f"{thousands} jongeren: ongeveer {margin(size)}".replace("\u00a0", " ") in shown


def test_the_notebook_never_multiplies_the_population_of_a_real_area(notebooks: Path) -> None:
    population = notebooks.parent / "data" / "bevolking-15-34.json"
    population.unlink(missing_ok=True)
    main([str(notebooks)])
    without = text_of(notebooks / COUNT)
    assert without.count("nog niet opgehaald") == 4
    groups = ("Y15-19", "Y20-24", "Y25-29", "Y30-34")
    series = [
        {"key": {"geo": geo, "sex": "T", "group": group}, "observations": OBSERVED} for geo in ("BE", "BE234") for group in groups
    ]
    population.write_text(json.dumps({"series": series}), encoding="utf-8")
    main([str(notebooks)])
    shown = text_of(notebooks / COUNT)
    assert "België               400 004 inwoners van 15-34 jaar (2025)" in shown
    assert shown.count("nog niet opgehaald") == 2
    after = "Bij 1 000 jongeren"
    assert shown[shown.index(after) :] == without[without.index(after) :]


def test_an_area_of_which_an_age_group_is_missing_has_no_population(notebooks: Path) -> None:
    series = [{"key": {"geo": "BE", "sex": "T", "group": "Y15-19"}, "observations": OBSERVED}]
    (notebooks.parent / "data" / "bevolking-15-34.json").write_text(json.dumps({"series": series}), encoding="utf-8")
    main([str(notebooks)])
    assert text_of(notebooks / COUNT).count("nog niet opgehaald") == 4


def imported(code: str) -> set[str]:
    nodes = list(ast.walk(ast.parse(code)))
    plain = {name.name.split(".")[0] for node in nodes if isinstance(node, ast.Import) for name in node.names}
    return plain | {str(node.module).split(".")[0] for node in nodes if isinstance(node, ast.ImportFrom)}


def strings(code: str) -> list[str]:
    found = (node.value for node in ast.walk(ast.parse(code)) if isinstance(node, ast.Constant))
    return [value for value in found if isinstance(value, str)]


def newest(data: dict[str, Any], geo: str, sex: str) -> dict[str, Any]:
    """The last observation of one area and sex, whoever published it."""
    chosen = [one for one in data["series"] if (one["key"]["geo"], one["key"]["sex"]) == (geo, sex)]
    last: dict[str, Any] = max((seen for one in chosen for seen in one["observations"]), key=lambda seen: str(seen["period"]))
    return last


def text_of(path: Path) -> str:
    """All that a notebook prints."""
    return "".join(str(output.get("text", "")) for cell in outputs(read(path)) for output in cell)
