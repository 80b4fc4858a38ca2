"""The template for counts per quarter and the dictionary that explains its columns, as CSV."""

from pathlib import Path

from scripts.content.monitoring import PERIOD, REMARK, Count
from scripts.content.site import load_site
from scripts.markdown.macros.monitoring import DICTIONARY, TEMPLATE
from scripts.publish.downloads import csv_file

# Stands where a quarter belongs: who forgets to change it is told so by the form.
QUARTERS = tuple(f"JJJJ-Q{number}" for number in range(1, 5))
COLUMNS = ("kolom", "naam", "eenheid", "definitie", "telregel", "peildatum", "wie_telt", "wat_het_niet_zegt")


def write_monitoring(site: Path, docs: Path) -> None:
    """Two files below `site`, as the page with the form links to them."""
    found = load_site(docs).monitoring
    columns = [PERIOD, *(one.id for one in found.indicators), REMARK]
    empty = [""] * (len(columns) - 1)
    (site / TEMPLATE).parent.mkdir(parents=True, exist_ok=True)
    (site / TEMPLATE).write_bytes(csv_file(columns, [[quarter, *empty] for quarter in QUARTERS]))
    (site / DICTIONARY).write_bytes(csv_file(COLUMNS, [_explained(one) for one in found.indicators]))


def _explained(one: Count) -> list[str]:
    return [one.id, one.name, one.unit, one.definition, one.rule, one.peildatum, one.who, one.limits]
