"""A notebook shows what its code gives with the data of today, and its page is as light as the others."""

from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbclient import NotebookClient

from tests.site.addresses import NOTEBOOKS, SOURCES, file_of
from tests.site.reading import one, soup

MOST_BYTES = 80_000


@pytest.mark.parametrize("address", NOTEBOOKS)
def test_a_notebook_run_again_gives_the_outputs_it_was_committed_with(project: Path, address: str) -> None:
    path = project / "docs" / SOURCES[address]
    committed = nbformat.read(path, as_version=4)  # type: ignore[no-untyped-call]
    kept = outputs(committed)
    NotebookClient(committed, timeout=120, resources={"metadata": {"path": str(path.parent)}}).execute()
    remedy = f"cijfers veranderden: voer 'jupyter execute --inplace docs/{SOURCES[address]}' uit en bewaar het resultaat"
    assert kept == outputs(committed), remedy
    assert any(kept), "this notebook was committed without outputs"


@pytest.mark.parametrize("address", NOTEBOOKS)
def test_the_page_of_a_notebook_carries_no_style_or_script_of_its_own(site: Path, address: str) -> None:
    article = one(soup(site, address), "article")
    assert article.select("style, script, link, [style]") == []
    assert file_of(site, address).stat().st_size < MOST_BYTES


@pytest.mark.parametrize("address", NOTEBOOKS)
def test_the_page_of_a_notebook_shows_its_outputs(site: Path, project: Path, address: str) -> None:
    notebook = nbformat.read(project / "docs" / SOURCES[address], as_version=4)  # type: ignore[no-untyped-call]
    lines = [line for cell in outputs(notebook) for output in cell for line in str(output.get("text", "")).splitlines()]
    shown = one(soup(site, address), "article").get_text()
    assert lines
    assert [line for line in lines if line.strip() not in shown] == []


def outputs(notebook: Any) -> list[list[dict[str, Any]]]:
    """The outputs of each code cell, without the counters that differ from run to run."""
    cells = [cell for cell in notebook.cells if cell.cell_type == "code"]
    return [[{key: value for key, value in one.items() if key != "execution_count"} for one in cell.outputs] for cell in cells]
