"""Decodes a JSON-stat 2.0 dataset (json-stat.org/format) into cells by code. Pure; knows no source.

Whatever does not fit is refused with SourceChanged: a wrong number is worse than none. Text from an answer
(labels, notes) is never kept, and is only repeated in a message when it looks like a code.
"""

import json
import re
from dataclasses import dataclass
from math import prod
from typing import Any

from scripts.errors import SourceChanged

# Far above any value in these tables, and small enough to be exact as a float.
LARGEST_VALUE = 1e15
POSITION = re.compile(r"0|[1-9]\d{0,15}", re.ASCII)
Coordinates = tuple[str, ...]


@dataclass(frozen=True)
class Cell:
    """A value, a status, or a status without value; an empty cell is not there at all."""

    value: float | None
    status: str


@dataclass(frozen=True)
class Cube:
    """`dimensions` gives the codes of each dimension in position order; `cells` is keyed by one code per dimension."""

    updated: str | None
    dataset: str | None
    dimensions: dict[str, tuple[str, ...]]
    cells: dict[Coordinates, Cell]


def read_json(body: bytes) -> Any:
    """The document in `body`; not UTF-8, cut off, NaN, a key given twice or absurd nesting raise SourceChanged."""
    try:
        return json.loads(body.decode("utf-8-sig"), parse_constant=_refuse_constant, object_pairs_hook=_unique)
    except UnicodeDecodeError as error:
        raise SourceChanged("het antwoord is geen UTF-8") from error
    except RecursionError as error:
        raise SourceChanged("het antwoord is te diep genest") from error
    except ValueError as error:
        raise SourceChanged("het antwoord is geen volledige, geldige JSON") from error


def decode(document: Any) -> Cube:
    """The cube in a parsed document. Raises SourceChanged when it is no consistent JSON-stat 2.0 dataset."""
    document = _object(document, "het antwoord is geen JSON-object")
    _require((document.get("version"), document.get("class")) == ("2.0", "dataset"), "het antwoord is geen JSON-stat 2.0-dataset")
    dimensions = _dimensions(document)
    values = _by_position(document.get("value"), dimensions, "value")
    statuses = _by_position(_spread(document.get("status", {}), values), dimensions, "status")
    cells = {}
    for position in sorted(values.keys() | statuses.keys()):
        cell = Cell(_value(values.get(position)), _status(statuses.get(position)))
        if cell != Cell(None, ""):
            cells[_coordinates(position, dimensions)] = cell
    return Cube(_text(document.get("updated")), _text(_member(document, "extension").get("id")), dimensions, cells)


def printable(code: object) -> str:
    """A code from an answer as it may stand in a message: anything that does not look like a code stays out."""
    return code if isinstance(code, str) and re.fullmatch(r"[\w.-]{1,40}", code, re.ASCII) else "(onleesbare code)"


def _dimensions(document: dict[str, Any]) -> dict[str, tuple[str, ...]]:
    names = _distinct_texts(document.get("id"), "id")
    sizes = document.get("size")
    described = _object(document.get("dimension"), "dimension ontbreekt")
    _require(isinstance(sizes, list) and len(sizes) == len(names), "size noemt niet één grootte per dimensie")
    _require(described.keys() == set(names), "id en dimension noemen niet dezelfde dimensies")
    codes = {name: _codes(described[name]) for name in names}
    expected = [len(codes[name]) for name in names]
    _require(sizes == expected and all(type(size) is int for size in sizes), "size en category noemen niet evenveel codes")
    return codes


def _codes(dimension: Any) -> tuple[str, ...]:
    """The codes of one dimension in position order; `index` may be an object, a list, or absent for a single code."""
    category = _member(dimension, "category")
    index = category.get("index", list(_member(category, "label")))
    if isinstance(index, dict):
        _require(all(type(position) is int for position in index.values()), "category.index heeft een positie die geen getal is")
        _require(sorted(index.values()) == list(range(len(index))), "category.index slaat posities over of noemt er een dubbel")
        index = sorted(index, key=index.__getitem__)
    return tuple(_distinct_texts(index, "category.index"))


def _by_position(given: Any, dimensions: dict[str, tuple[str, ...]], name: str) -> dict[int, Any]:
    """`value` and `status` come as an object keyed by flat position, or as a list with a place for every cell."""
    size = prod(len(codes) for codes in dimensions.values())
    if isinstance(given, list):
        _require(len(given) == size, f"{name} heeft niet één plaats per cel")
        return dict(enumerate(given))
    given = _object(given, f"{name} ontbreekt of is geen object")
    inside = (POSITION.fullmatch(key) and int(key) < size for key in given)
    _require(all(inside), f"{name} wijst buiten de kubus")
    return {int(key): item for key, item in given.items()}


def _spread(status: Any, values: dict[int, Any]) -> Any:
    """One status for all is written as a single text."""
    return {str(position): status for position in values} if isinstance(status, str) else status


def _coordinates(position: int, dimensions: dict[str, tuple[str, ...]]) -> Coordinates:
    """Row-major: the last dimension varies fastest."""
    found = []
    for codes in reversed(dimensions.values()):
        position, place = divmod(position, len(codes))
        found.append(codes[place])
    return tuple(reversed(found))


def _value(value: Any) -> float | None:
    if value is None:
        return None
    # bool is an int to Python, a text that looks like a number is a changed format, and NaN compares as false.
    _require(type(value) in (int, float) and abs(value) <= LARGEST_VALUE, "value bevat iets dat geen gewoon getal is")
    return float(value)


def _status(status: Any) -> str:
    _require(status is None or isinstance(status, str), "status bevat iets dat geen tekst is")
    return status or ""


def _member(parent: Any, name: str) -> dict[str, Any]:
    """An object inside an object; empty when it is not there."""
    return _object(parent.get(name, {}) if isinstance(parent, dict) else None, f"{name} is geen object")


def _object(found: Any, otherwise: str) -> dict[str, Any]:
    if not isinstance(found, dict):
        raise SourceChanged(otherwise)
    return found


def _distinct_texts(found: Any, name: str) -> list[str]:
    if not isinstance(found, list) or not all(isinstance(one, str) for one in found) or len(set(found)) < len(found):
        raise SourceChanged(f"{name} is geen lijst van verschillende codes")
    return found


def _text(value: Any) -> str | None:
    return value if isinstance(value, str) else None


def _refuse_constant(name: str) -> None:
    raise ValueError(name)


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError("duplicate key")
    return found


def _require(holds: bool, otherwise: str) -> None:
    if not holds:
        raise SourceChanged(otherwise)
