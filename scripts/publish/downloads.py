"""The figures as files: tidy CSV and JSON per indicator, and a Frictionless Data Package that explains their columns.

The CSV opens right in Excel in Belgium (semicolons, decimal comma, UTF-8 with a byte order mark); no cell of it can be a formula.
"""

import csv
import io
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from scripts.content.identity import site_name
from scripts.content.site import Site, load_site
from scripts.markdown.figures import area, source_page
from scripts.markdown.html import plain
from scripts.markdown.labels import FLAGS, SEXES
from scripts.markdown.place import DOWNLOADS, Place
from scripts.markdown.provenance import came, day_is_known
from scripts.statistics.model import Indicator, Observation, Series

Cell = str | float | None

# Name, Data Package type, and what it means to who opens the file.
COLUMNS: list[tuple[str, str, str]] = [
    ("indicator", "string", "De naam van het cijfer, zoals in het adres van zijn pagina."),
    ("gebied_code", "string", "De code van het gebied bij de bron, bijvoorbeeld BE of EU27_2020."),
    ("gebied", "string", "Het gebied in woorden."),
    ("leeftijd", "string", "De leeftijdsgroep; leeg als het cijfer er geen heeft."),
    ("geslacht_code", "string", "T totaal, M mannen, F vrouwen."),
    ("geslacht", "string", "Het geslacht in woorden."),
    ("groep_code", "string", "De code van het deel bij de bron; leeg als het cijfer niet opgesplitst is."),
    ("groep", "string", "Het deel in woorden."),
    ("periode", "string", "Jaar (2025), kwartaal (2025-Q4), maand (2025-12), dag (2025-12-31) of z.d. (zonder datum)."),
    ("waarde", "number", "De waarde; leeg als de bron ze niet toont."),
    ("eenheid", "string", "Waarin de waarde uitgedrukt is."),
    ("vlaggen", "string", "Letters van de bron bij deze waarde: b breuk, d andere definitie, e schatting, p voorlopig, "
     "u weinig betrouwbaar, c vertrouwelijk."),
    ("opmerking", "string", "De vlaggen in woorden."),
    ("uitgever", "string", "Wie de waarde publiceerde."),
    ("dataset", "string", "De naam van de dataset bij de uitgever."),
    ("bijgewerkt", "string", "De datum van de bron zelf (2026-04-16); in woorden als de dag niet bekend is."),
    ("hier_gekomen", "string", "Hoe en wanneer de waarde op deze site kwam."),
    ("licentie", "string", "Onder welke voorwaarden je de waarde mag gebruiken, volgens de uitgever."),
    ("bron", "string", "Waar je de waarde bij de bron kan nakijken."),
]  # fmt: skip
# What a spreadsheet takes for the start of a formula, also in the wide forms of Chinese and Japanese keyboards.
_FORMULA = tuple("=+-@＝＋－＠")


def write_downloads(site: Path, docs: Path) -> None:
    """Raises ContentError when the figures cannot be read."""
    found = load_site(docs)
    folder = site / DOWNLOADS
    folder.mkdir(parents=True, exist_ok=True)
    for name in found.data:
        (folder / f"{name}.csv").write_bytes(as_csv(rows(found, name)))
        (folder / f"{name}.json").write_text(_text(as_json(found, name)), encoding="utf-8", newline="\n")
    (folder / "datapackage.json").write_text(_text(data_package(found)), encoding="utf-8", newline="\n")


def rows(site: Site, name: str) -> list[dict[str, Cell]]:
    """One row per value, in the order of the data file."""
    indicator = site.indicators[name]
    return [_row(name, indicator, series, seen) for series in site.data[name].series for seen in series.observations]


def _row(name: str, indicator: Indicator, series: Series, seen: Observation) -> dict[str, Cell]:
    key, origin = series.key, series.origin
    return {
        "indicator": name,
        "gebied_code": key.geo,
        "gebied": area(key.geo),
        "leeftijd": indicator.age,
        "geslacht_code": key.sex,
        "geslacht": SEXES[key.sex],
        "groep_code": key.group,
        "groep": indicator.groups.get(key.group, ""),
        "periode": seen.period,
        "waarde": seen.value,
        "eenheid": indicator.unit_label,
        "vlaggen": seen.flags,
        "opmerking": "; ".join(FLAGS[flag] for flag in seen.flags),
        "uitgever": origin.publisher,
        "dataset": origin.dataset,
        "bijgewerkt": str(origin.updated) if day_is_known(origin) else origin.updated_note or "",
        "hier_gekomen": came(origin, indicator),
        "licentie": origin.licence,
        "bron": source_page(origin) if "://" in origin.url else f"op deze site: /{Place().address(origin.url)}",
    }


def as_csv(table: list[dict[str, Cell]]) -> bytes:
    names = [name for name, _, _ in COLUMNS]
    return csv_file(names, [[row[name] for name in names] for row in table])


def csv_file(heads: Iterable[str], lines: Iterable[Iterable[Cell]]) -> bytes:
    """A table as Excel in Belgium opens it."""
    written = io.StringIO()
    writer = csv.writer(written, delimiter=";", lineterminator="\r\n")
    writer.writerow(heads)
    writer.writerows([_cell(value) for value in line] for line in lines)
    return written.getvalue().encode("utf-8-sig")


def _cell(value: Cell) -> str:
    """A number with a decimal comma; a text that a spreadsheet would run as a formula gets an apostrophe in front."""
    if isinstance(value, float | int):
        return f"{value:.0f}" if value == int(value) else repr(value).replace(".", ",")
    text = plain(value or "")
    return f"'{text}" if text.startswith(_FORMULA) else text


def as_json(site: Site, name: str) -> dict[str, Any]:
    indicator = site.indicators[name]
    return {
        "indicator": name,
        "titel": indicator.title,
        "definitie": indicator.definition,
        "eenheid": indicator.unit_label,
        "waarden": rows(site, name),
    }


def data_package(site: Site) -> dict[str, Any]:
    """One resource per CSV: https://datapackage.org/standard/data-package/."""
    return {
        "name": "hikikomori-in-beeld-cijfers",
        "title": f"De cijfers van {site_name()}",
        "profile": "tabular-data-package",
        "description": "Openbare cijfers met bij elke waarde haar bron, datum en licentie. De site telt zelf niets.",
        "resources": [_resource(name, site.indicators[name]) for name in site.data],
    }


def _resource(name: str, indicator: Indicator) -> dict[str, Any]:
    return {
        "name": name,
        "title": indicator.title,
        "description": indicator.definition,
        "path": f"{name}.csv",
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"delimiter": ";", "lineTerminator": "\r\n"},
        "schema": {"fields": [_field(*column) for column in COLUMNS], "missingValues": [""]},
    }


def _field(name: str, kind: str, description: str) -> dict[str, Any]:
    return {"name": name, "type": kind, "description": description, **({"decimalChar": ","} if kind == "number" else {})}


def _text(value: dict[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"
