"""The same Markdown pages as a plain Material site: none of our templates, macros, blocks, citations or notebooks."""

import shutil
from pathlib import Path

import yaml

# Not the safe loader: the settings name a function for anchors.
from mkdocs.utils.yaml import yaml_load

KEPT = ("site_name", "site_url", "site_description", "edit_uri_template", "copyright", "docs_dir")
OURS = "scripts."


def make_plain(project: Path, target: Path) -> Path:
    """The folder `target` with the pages of `project`, and settings for Material and its search alone."""
    shutil.copytree(project / "docs", target / "docs", ignore=shutil.ignore_patterns("*.ipynb"))
    with (project / "mkdocs.yml").open(encoding="utf-8") as file:
        settings = yaml_load(file)
    theme = settings["theme"]
    plain = {
        **{name: settings[name] for name in KEPT},
        "theme": {
            **{name: theme[name] for name in ("name", "language", "font", "features", "palette")},
        },
        "markdown_extensions": [one for one in settings["markdown_extensions"] if not str(one).startswith(OURS)],
        "plugins": [{"search": {"lang": "nl"}}],
        "nav": _without_notebooks(settings["nav"]),
    }
    (target / "mkdocs.yml").write_text(yaml.dump(plain, allow_unicode=True, sort_keys=False), encoding="utf-8")
    return target


def _without_notebooks(menu: list[object]) -> list[object]:
    kept: list[object] = []
    for entry in menu:
        if isinstance(entry, dict):
            [(title, inside)] = entry.items()
            if isinstance(inside, list):
                kept.append({title: _without_notebooks(inside)})
            elif not str(inside).endswith(".ipynb"):
                kept.append(entry)
        else:
            kept.append(entry)
    return kept
