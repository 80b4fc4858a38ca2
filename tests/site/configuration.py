"""The settings of the site."""

from pathlib import Path
from typing import Any

from mkdocs.utils.yaml import yaml_load

from scripts.environment.folders import ROOT


def configuration(project: Path) -> dict[str, Any]:
    """mkdocs.yml as MkDocs reads it, environment variables filled in."""
    with (project / "mkdocs.yml").open(encoding="utf-8") as file:
        return dict(yaml_load(file))


SITE_URL = str(configuration(ROOT)["site_url"])
EDIT_URL = str(configuration(ROOT)["edit_uri_template"])
