"""The figures as files: what Excel in Belgium and a program make of them, and that no cell is a formula."""

import csv
import io
import json
import re
from pathlib import Path

import pytest

from scripts.environment.folders import ROOT
from scripts.publish.downloads import COLUMNS, as_csv, write_downloads
from tests.docs_folder import FILES, make_docs

NAMES = [name for name, _, _ in COLUMNS]


def written(folder: Path, **changed: str) -> Path:
    write_downloads(folder / "site", make_docs(folder, **changed))
    return folder / "site" / "cijfers" / "data"


def table(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig")), delimiter=";"))


def test_a_belgian_excel_opens_the_csv_right(tmp_path: Path) -> None:
    content = (written(tmp_path) / "neet.csv").read_bytes()

    assert content.startswith(b"\xef\xbb\xbfindicator;gebied_code;")
    assert content.count(b"\r\n") == 3 == content.count(b"\n")
    assert b";9,9;" in content


def test_a_row_carries_its_value_with_all_that_belongs_to_it(tmp_path: Path) -> None:
    older = table(written(tmp_path) / "neet.csv")[0]

    assert (older["gebied"], older["leeftijd"], older["geslacht"], older["periode"], older["waarde"]) == (
        "België",
        "15-29 jaar",
        "totaal",
        "2024",
        "9,9",
    )
    assert older["opmerking"] == "breuk in de reeks: niet vergelijkbaar met vroeger"
    assert older["bijgewerkt"] == "2026-04-16"
    assert older["hier_gekomen"] == "overgenomen uit een bewaarde kopie op 22 november 2026"
    assert older["bron"] == "https://doi.org/10.2908/EDAT_LFSE_22"


def test_json_says_the_same_with_plain_numbers(tmp_path: Path) -> None:
    folder = written(tmp_path)
    document = json.loads((folder / "neet.json").read_text(encoding="utf-8"))

    assert [row["waarde"] for row in document["waarden"]] == [9.9, 10.0]
    assert [{name: str(value) for name, value in row.items() if name != "waarde"} for row in document["waarden"]] == [
        {name: value for name, value in row.items() if name != "waarde"} for row in table(folder / "neet.csv")
    ]


def test_a_withheld_value_is_an_empty_cell_and_null(tmp_path: Path) -> None:
    data = FILES["data/neet.json"].replace('"value": 10.0, "flags": ""', '"value": null, "flags": "c"')
    folder = written(tmp_path, **{"data/neet.json": data})

    assert table(folder / "neet.csv")[1]["waarde"] == ""
    assert json.loads((folder / "neet.json").read_text(encoding="utf-8"))["waarden"][1]["waarde"] is None


def test_a_value_that_is_not_to_be_shown_is_in_no_file(tmp_path: Path) -> None:
    hidden = '- {indicator: neet, geo: BE, period: "2025", action: hide, reason: De bron trok ze terug., who: redactie, date: 2026-11-22}\n'
    folder = written(tmp_path, **{"bronnen/correcties.yml": hidden})

    assert [row["periode"] for row in table(folder / "neet.csv")] == ["2024"]
    assert "10.0" not in (folder / "neet.json").read_text(encoding="utf-8")


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t=", "\r=", "\n=", " =", "＝", "'=", '"=', "\u200e=", "\xa0="])
def test_no_cell_starts_like_a_formula(start: str) -> None:
    row = dict.fromkeys(NAMES, f"{start}1+1;HYPERLINK(1)")
    cells = next(csv.reader(io.StringIO(as_csv([row]).decode("utf-8-sig").split("\r\n", 1)[1]), delimiter=";"))

    assert len(cells) == len(NAMES)
    assert not [cell for cell in cells if re.match(r"[\s\u200e]*[=+\-@＝＋－＠]", cell)]


@pytest.mark.parametrize(
    ("value", "cell"), [(9.9, "9,9"), (10.0, "10"), (-0.5, "-0,5"), (1_352_025.0, "1352025"), (0.0, "0"), (12.345, "12,345")]
)
def test_a_number_is_written_whole_with_a_comma(value: float, cell: str) -> None:
    row = {name: value if name == "waarde" else "" for name in NAMES}

    assert as_csv([row]).decode("utf-8-sig").split("\r\n")[1].split(";")[NAMES.index("waarde")] == cell


def test_the_data_package_names_every_csv_and_explains_each_column(tmp_path: Path) -> None:
    folder = written(tmp_path)
    package = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))

    assert [resource["path"] for resource in package["resources"]] == [path.name for path in sorted(folder.glob("*.csv"))]
    for resource in package["resources"]:
        fields = resource["schema"]["fields"]
        assert [field["name"] for field in fields] == list(table(folder / resource["path"])[0])
        assert all(len(field["description"]) > 10 for field in fields)
        assert resource["dialect"]["delimiter"] == ";"


def test_every_figure_of_the_real_site_can_be_downloaded(tmp_path: Path) -> None:
    write_downloads(tmp_path, ROOT / "docs")

    expected = {path.stem for path in (ROOT / "docs" / "data").glob("*.json")} - {"status"}
    assert {path.stem for path in (tmp_path / "cijfers" / "data").glob("*.csv")} == expected
