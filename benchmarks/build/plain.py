"""The same pages as a plain Material site: none of our templates, macros, blocks or citations."""

import shutil
from pathlib import Path

import yaml

# Not the safe loader: the settings name a function for anchors.
from mkdocs.utils.yaml import yaml_load

KEPT = ("site_name", "site_url", "site_description", "edit_uri_template", "copyright", "docs_dir")
OURS = "scripts."


def make_plain(project: Path, target: Path, notebooks: bool = False) -> Path:
    """The folder `target` with the pages of `project`, and settings for Material and its search alone.

    With `notebooks` it makes those too, by the same plugin with the same settings.
    """
    shutil.copytree(project / "docs", target / "docs")
    with (project / "mkdocs.yml").open(encoding="utf-8") as file:
        settings = yaml_load(file)
    theme, ours = settings["theme"], settings["plugins"]
    plain = {
        **{name: settings[name] for name in KEPT},
        "theme": {name: theme[name] for name in ("name", "language", "font", "features", "palette")},
        "markdown_extensions": [one for one in settings["markdown_extensions"] if not str(one).startswith(OURS)],
        "plugins": {"search": ours["search"], **(ours["group"]["plugins"] if notebooks else {})},
        "nav": settings["nav"],
    }
    (target / "mkdocs.yml").write_text(yaml.dump(plain, allow_unicode=True, sort_keys=False), encoding="utf-8")
    return target
