"""`python -m scripts.statistics.notebooks`: runs the notebooks again on the figures of today.

A notebook is written only when what it shows differs, so that a run without news changes no file.
"""

import argparse
from pathlib import Path
from typing import Any

import nbformat
from nbclient import NotebookClient

SECONDS = 120
"""Longest run of one cell."""


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="Voert de notebooks opnieuw uit en bewaart wat veranderde.")
    parser.add_argument("folder", type=Path, nargs="?", default=Path("docs/cijfers"), help="map met notebooks")
    for path in sorted(parser.parse_args(arguments).folder.glob("*.ipynb")):
        print(f"{path.name}: {'gewijzigd' if renew(path) else 'ongewijzigd'}")
    return 0


def renew(path: Path) -> bool:
    """Whether the notebook shows something else than it was kept with; then it is kept anew. Raises when a cell fails."""
    kept, now = read(path), executed(path)
    if outputs(kept) == outputs(now):
        return False
    # What running adds to the metadata is about this machine.
    now.metadata = kept.metadata
    nbformat.write(now, path)  # type: ignore[no-untyped-call]
    return True


def read(path: Path) -> Any:
    return nbformat.read(path, as_version=4)  # type: ignore[no-untyped-call]


def executed(path: Path) -> Any:
    """The notebook run from its own folder, from top to bottom."""
    notebook = read(path)
    resources = {"metadata": {"path": str(path.parent)}}
    # A kernel on a busy machine sends what a cell prints in pieces; how many says nothing about the figures.
    NotebookClient(notebook, timeout=SECONDS, record_timing=False, coalesce_streams=True, resources=resources).execute()
    return notebook


def outputs(notebook: Any) -> list[list[dict[str, Any]]]:
    """The outputs of each code cell, without the counters that differ from run to run."""
    cells = [cell for cell in notebook.cells if cell.cell_type == "code"]
    return [[{key: value for key, value in one.items() if key != "execution_count"} for one in cell.outputs] for cell in cells]


if __name__ == "__main__":
    raise SystemExit(main())
