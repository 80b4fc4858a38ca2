"""The menu in mkdocs.yml, without MkDocs."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from scripts.content.yaml_file import read_text


class _AnyTag(yaml.SafeLoader):
    """mkdocs.yml has tags (`!ENV`) that only MkDocs can read; the menu has none."""


_AnyTag.add_multi_constructor("!", lambda loader, suffix, node: None)
_AnyTag.add_multi_constructor("tag:", lambda loader, suffix, node: None)


def read_menu(config: Path) -> list[Any]:
    """`nav` as it is written in `config`: paths, and titles with a path or a list. Raises ContentError, yaml.YAMLError."""
    menu: list[Any] = yaml.load(read_text(config), Loader=_AnyTag).get("nav", [])  # noqa: S506 - a SafeLoader
    return menu


def paths_in(part: Any) -> Iterator[str]:
    """Every page below a part of the menu, in its order."""
    for item in part if isinstance(part, list) else part.values() if isinstance(part, dict) else [part]:
        if isinstance(item, str):
            yield item
        else:
            yield from paths_in(item)
