"""Reads one hand-kept YAML file into a validated model; faults carry file and line."""

from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import TypeAdapter, ValidationError

from scripts.errors import ContentError

Model = TypeVar("Model")
Location = tuple[str | int, ...]

# What pydantic's English messages mean to an editor.
_REASONS = {
    "missing": "ontbreekt",
    "extra_forbidden": "kennen we niet (tikfout?)",
    "string_type": "moet tekst zijn (zet aanhalingstekens rond een getal)",
    "int_parsing": "moet een geheel getal zijn",
    "int_type": "moet een geheel getal zijn",
    "float_type": "moet een getal zijn",
    "bool_type": "moet true of false zijn",
    "list_type": "moet een lijst zijn",
    "date_from_datetime_parsing": "moet een datum zijn als 2026-11-22",
    "date_type": "moet een datum zijn als 2026-11-22",
    "dict_type": "moet sleutels en waarden hebben",
    "model_type": "moet sleutels en waarden hebben",
}


# The loader in C is ten times faster where PyYAML was built with it; its marks and errors are the same.
SAFE_LOADER: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _UniqueKeyLoader(SAFE_LOADER):  # type: ignore[misc, valid-type]
    """SafeLoader that refuses a key given twice: YAML itself keeps the last in silence."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        keys = [key.value for key, _ in node.value if isinstance(key, yaml.ScalarNode)]
        twice = {key for key in keys if keys.count(key) > 1}
        if twice:
            raise yaml.MarkedYAMLError(problem=f"sleutel '{twice.pop()}' staat er twee keer", problem_mark=node.start_mark)
        mapping: dict[Any, Any] = super().construct_mapping(node, deep)
        return mapping


def _date(loader: Any, node: yaml.ScalarNode) -> Any:
    try:
        return yaml.SafeLoader.construct_yaml_timestamp(loader, node)
    except ValueError as error:
        raise yaml.MarkedYAMLError(problem=f"de dag {node.value} bestaat niet", problem_mark=node.start_mark) from error


_UniqueKeyLoader.add_constructor("tag:yaml.org,2002:timestamp", _date)


def read_yaml(path: Path, model: type[Model]) -> Model:
    """The file at `path` as `model`.

    Raises ContentError with the place of the first fault: not UTF-8, no YAML, a key given twice,
    or something the model refuses.
    """
    return validate_yaml(read_text(path), model, path=str(path))


def read_text(path: Path) -> str:
    """The text of a hand-kept file. Raises ContentError when it is missing or not UTF-8."""
    try:
        return path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise ContentError(str(path), 1, "dit bestand is niet te lezen", f"kijk of het bestaat ({error.strerror})") from error
    except UnicodeDecodeError as error:
        raise ContentError(str(path), 1, "dit bestand is geen UTF-8", "bewaar het opnieuw als UTF-8") from error


def validate_yaml(text: str, model: type[Model], *, path: str, first_line: int = 1) -> Model:
    """YAML text as `model`; `first_line` is the line of the file where the text starts."""
    try:
        data = yaml.load(text, Loader=_UniqueKeyLoader)  # noqa: S506 - a SafeLoader
        valid: Model = _adapter(model).validate_python(data)  # type: ignore[arg-type]  # every type can be a key
        return valid
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = first_line + (mark.line if mark else 0)
        problem = getattr(error, "problem", None) or "onleesbaar"
        raise ContentError(
            path, line, f"geen geldige YAML: {problem}", "kijk naar inspringing, aanhalingstekens en dubbele punten"
        ) from error
    except RecursionError as error:
        raise ContentError(path, first_line, "geen geldige YAML: te diep genest", "maak het vlakker") from error
    except ValidationError as error:
        fault = error.errors()[0]
        line, parts = _place(yaml.compose(text, Loader=_UniqueKeyLoader), fault["loc"])
        raise ContentError(path, first_line + line, describe(fault, parts), "verbeter deze sleutel") from error


@lru_cache
def _adapter(model: Any) -> TypeAdapter[Any]:
    """Made once a model: that takes longer than what it then does to a page."""
    return TypeAdapter(model)


def line_of(text: str, location: Location) -> int:
    """The line of a readable YAML text where the thing at `location` (keys and numbers, from the top) stands."""
    return 1 + _place(yaml.compose(text, Loader=_UniqueKeyLoader), location)[0]


def describe(fault: Any, location: Location | None = None) -> str:
    """One pydantic fault as a Dutch sentence: which key, what is wrong."""
    key = ".".join(str(part) for part in (fault["loc"] if location is None else location)) or "het bestand"
    return f"'{key}' {_REASONS.get(fault['type'], fault['msg'])}"


def _place(node: yaml.Node | None, location: Location) -> tuple[int, Location]:
    """How many lines below the start the thing at `location` stands (its parent's when it is missing), and the location
    as an editor knows it: pydantic puts the name of the chosen model of a union in between."""
    line = node.start_mark.line if node else 0
    shown: Location = ()
    for position, part in enumerate(location, 1):
        child = _child(node, part)
        if child is not None:
            line, node = child
        if child is not None or position == len(location):
            shown += (part,)
    return line, shown


def _child(node: yaml.Node | None, part: str | int) -> tuple[int, yaml.Node] | None:
    if isinstance(node, yaml.MappingNode):
        return next(((key.start_mark.line, value) for key, value in node.value if key.value == str(part)), None)
    if isinstance(node, yaml.SequenceNode) and isinstance(part, int) and part < len(node.value):
        return node.value[part].start_mark.line, node.value[part]
    return None
