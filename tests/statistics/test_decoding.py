"""JSON-stat 2.0 to cells: right on every recorded answer, and no guess where an answer does not fit."""

import copy
import csv
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scripts.errors import SourceChanged
from scripts.statistics.jsonstat import Cell, decode, read_json

FIXTURES = Path(__file__).parents[1] / "fixtures"
EUROSTAT = FIXTURES / "eurostat"


def recorded(name: str) -> Any:
    return read_json((EUROSTAT / name).read_bytes())


def small() -> dict[str, Any]:
    """Two areas, two years; one value flagged, one withheld, one empty."""
    return {
        "version": "2.0",
        "class": "dataset",
        "updated": "2026-04-16T23:00:00+0200",
        "value": {"3": 4.5, "0": 1},
        "status": {"0": "b", "1": "|C"},
        "id": ["geo", "time"],
        "size": [2, 2],
        "dimension": {
            "geo": {"category": {"index": {"BE2": 1, "BE": 0}}},
            "time": {"category": {"index": {"2024": 0, "2025": 1}}},
        },
    }


def with_change(path: str, value: object) -> dict[str, Any]:
    document = small()
    *parents, last = path.split("/")
    target: Any = document
    for name in parents:
        target = target[name]
    target[last] = value
    return document


def test_agrees_with_the_decoding_of_a_third_party() -> None:
    document = recorded("nama_10_gdp-dk-2023.json")
    cube = decode(document)
    labels = {name: document["dimension"][name]["category"]["label"] for name in cube.dimensions}
    ours = {
        tuple(labels[name][code] for name, code in zip(cube.dimensions, place, strict=True)): cell
        for place, cell in cube.cells.items()
    }
    with (EUROSTAT / "nama_10_gdp-dk-2023.expected.csv").open(newline="", encoding="utf-8") as file:
        header, *lines = csv.reader(file)

    theirs = {tuple(line[:5]): Cell(float(line[6]), line[5]) for line in lines if line[6] or line[5]}
    assert header[-2:] == ["status", "value"]
    assert len(theirs) == 64
    assert ours == theirs


@pytest.mark.parametrize("path", sorted(EUROSTAT.glob("*.decoded.csv")), ids=lambda path: path.name.split(".")[0])
def test_agrees_with_a_third_party_library_on_every_recorded_answer(path: Path) -> None:
    cube = decode(recorded(path.name.replace(".decoded.csv", ".json")))
    with path.open(newline="", encoding="utf-8") as file:
        lines = list(csv.DictReader(file))
    theirs = {
        tuple(line[name] for name in cube.dimensions): Cell(float(line["value"]) if line["value"] else None, line["status"])
        for line in lines
        if line["value"] or line["status"]
    }
    assert theirs
    assert cube.cells == theirs


def test_every_recorded_answer_with_values_was_decoded_by_another() -> None:
    with_values = {path.stem for path in EUROSTAT.glob("*.json") if "value" in recorded(path.name)}
    assert with_values == {path.name.removesuffix(".decoded.csv") for path in EUROSTAT.glob("*.decoded.csv")}


def test_reads_the_recorded_neet_answer_as_the_snapshot_lists_it() -> None:
    cube = decode(recorded("tesem150-be-eu27-de-fr-nl-uk.json"))
    with (FIXTURES / "snapshot" / "initial-values.csv").open(newline="", encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file) if row["publisher"].startswith("Eurostat, tesem150")]

    assert len(rows) == 84
    for row in rows:
        place = ("A", row["sex"], row["age"], "NO_FE_NO_NFE", "NEMP", "PC", row["geo"], row["period"])
        assert cube.cells[place] == Cell(float(row["value"]), row["flag"])


def test_a_series_that_stops_early_has_no_cells_after_its_end() -> None:
    cube = decode(recorded("tesem150-be-eu27-de-fr-nl-uk.json"))
    united_kingdom = sorted(place[-1] for place in cube.cells if place[-2] == "UK" and place[1:3] == ("T", "Y15-29"))
    assert united_kingdom[-1] == "2019"


def test_an_empty_newest_period_has_no_cell() -> None:
    cube = decode(recorded("une_rt_m-de-last3-trailing-period-empty.json"))
    assert cube.dimensions["time"][-1] == "2026-08"
    assert {place[-1] for place in cube.cells} == {"2026-06", "2026-07"}


def test_a_withheld_cell_differs_from_an_empty_one() -> None:
    cells = decode(small()).cells
    assert cells == {("BE", "2024"): Cell(1.0, "b"), ("BE", "2025"): Cell(None, "|C"), ("BE2", "2025"): Cell(4.5, "")}


def test_lists_instead_of_objects_mean_the_same() -> None:
    document = small() | {"value": [1, None, None, 4.5], "status": ["b", "|C", None, None]}
    document["dimension"]["geo"]["category"]["index"] = ["BE", "BE2"]
    assert decode(document) == decode(small())


def test_one_status_for_all_reaches_every_value() -> None:
    assert {cell.status for cell in decode(small() | {"status": "p"}).cells.values()} == {"p"}


def test_an_empty_dimension_gives_a_cube_without_cells() -> None:
    document = small() | {"size": [0, 2], "value": {}, "status": {}}
    document["dimension"]["geo"]["category"] = {"index": {}, "label": {}}
    assert decode(document).cells == {}


FAULTS = {
    "another version": with_change("version", "1.0"),
    "another class": with_change("class", "collection"),
    "no dimensions": with_change("dimension", None),
    "no ids": with_change("id", "geo,time"),
    "a dimension named twice": with_change("id", ["geo", "geo"]),
    "a dimension not described": with_change("id", ["geo", "period"]),
    "a size too few": with_change("size", [2]),
    "a size that is true": with_change("size", [True, 2]),
    "a size that differs from the codes": with_change("size", [2, 3]),
    "a dimension without category": with_change("dimension/geo", []),
    "positions with a gap": with_change("dimension/geo/category/index", {"BE": 0, "BE2": 2}),
    "one position for two codes": with_change("dimension/geo/category/index", {"BE": 0, "BE2": 0}),
    "a position as text": with_change("dimension/geo/category/index", {"BE": "0", "BE2": 1}),
    "a position that is false": with_change("dimension/geo/category/index", {"BE": False, "BE2": 1}),
    "a code twice": with_change("dimension/geo/category/index", ["BE", "BE"]),
    "no value at all": with_change("value", None),
    "a value outside the cube": with_change("value/4", 9.9),
    "a negative position": with_change("value/-1", 9.9),
    "a position with a leading zero": with_change("value/01", 9.9),
    "a position in other digits": with_change("value/١", 9.9),
    "a huge position": with_change("value/" + "9" * 5000, 9.9),
    "a list of another length": with_change("value", [1, 2, 3]),
    "a value as text": with_change("value/0", "9.8"),
    "a value that is true": with_change("value/0", True),
    "a value that is a list": with_change("value/0", [9.8]),
    "an infinite value": with_change("value/0", float("inf")),
    "a value that is not a number": with_change("value/0", float("nan")),
    "an absurd value": with_change("value/0", 10**400),
    "a status that is a number": with_change("status/0", 1),
    "a status outside the cube": with_change("status/4", "b"),
}


@pytest.mark.parametrize("document", [pytest.param(document, id=name) for name, document in FAULTS.items()])
def test_refuses_an_inconsistent_cube(document: dict[str, Any]) -> None:
    with pytest.raises(SourceChanged):
        decode(document)


@pytest.mark.parametrize("document", [None, 1, [], "dataset", {}], ids=repr)
def test_refuses_a_document_that_is_no_dataset(document: object) -> None:
    with pytest.raises(SourceChanged):
        decode(document)


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b'{"a": NaN}',
        b'{"a": -Infinity}',
        b'{"a": 1, "a": 2}',
        b"\xff\xfe{}",
        b"[" * 200_000,
        b'{"a": ' + b"9" * 5000 + b"}",
        b"<html>",
    ],
    ids=["empty", "cut off", "NaN", "infinity", "a key twice", "not UTF-8", "too deep", "too many digits", "a web page"],
)
def test_refuses_a_body_that_is_no_strict_json(body: bytes) -> None:
    with pytest.raises(SourceChanged):
        read_json(body)


def test_an_overflowing_number_is_refused() -> None:
    with pytest.raises(SourceChanged):
        decode(read_json(json.dumps(small()).replace("4.5", "1e999").encode()))


def _places(node: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    children = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else []
    return [path, *(place for key, child in children for place in _places(child, (*path, key)))]


ANYTHING = st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(), st.just([]), st.just({}), st.just([0, 1]))


@given(place=st.sampled_from([place for place in _places(small()) if place]), value=ANYTHING, remove=st.booleans())
def test_a_mutated_answer_gives_the_same_cells_or_only_differs_where_it_was_mutated(
    place: tuple[Any, ...], value: Any, remove: bool
) -> None:
    document = copy.deepcopy(small())
    target: Any = document
    for step in place[:-1]:
        target = target[step]
    if remove:
        del target[place[-1]]
    else:
        target[place[-1]] = value
    try:
        cells = decode(document).cells
    except SourceChanged:
        return

    before = decode(small()).cells
    differing = [one for one in before.keys() | cells.keys() if before.get(one) != cells.get(one)]
    assert not differing or place[0] in ("value", "status")
    assert len(differing) <= 1 or len(place) == 1
