"""What the colophon says comes from others, and what is delivered: the same, with the same versions."""

import json
import re
from importlib.metadata import files
from pathlib import Path

import material

from scripts.environment.folders import ROOT
from tests.environment.test_locks import packages
from tests.site.configuration import configuration

COLOPHON = (ROOT / "docs/naslag/over.md").read_text(encoding="utf-8").split("{#van-anderen}")[1].split("\n## ")[0]
ROWS = dict(re.findall(r"^\| `([^`]+)`([^|]*)\|", COLOPHON, re.MULTILINE))
TEMPLATES = Path(material.__file__).parent / "templates"
SCRIPTS = TEMPLATES / "assets" / "javascripts"


def test_every_library_inside_the_scripts_of_the_theme_is_named() -> None:
    maps = [*SCRIPTS.glob("bundle.*.map"), *SCRIPTS.glob("workers/*.map")]
    sources = [source for path in maps for source in json.loads(path.read_text(encoding="utf-8"))["sources"]]
    inside = {source.split("node_modules/")[-1].split("/")[0] for source in sources if "node_modules/" in source}

    assert {"lunr", "rxjs"} <= inside
    assert inside <= set(ROWS)


def test_the_theme_has_the_version_and_the_licence_of_the_lock() -> None:
    [licence] = [path for path in files("mkdocs-material") or [] if path.name == "LICENSE" and "licenses" in path.parts]

    assert ROWS["mkdocs-material"].strip() == packages("requirements.txt")["mkdocs-material"].split()[0]
    assert "Permission is hereby granted, free of charge" in licence.read_text(encoding="utf-8")


def test_the_words_for_search_in_dutch_still_have_the_licence_we_name() -> None:
    head = (SCRIPTS / "lunr/min/lunr.nl.min.js").read_text(encoding="utf-8")[:600]

    assert "Mihai Valentin" in head
    assert "Oleg Mazko" in head
    assert "mozilla.org/MPL" in head


def test_what_the_offline_copy_takes_along_has_its_version() -> None:
    text = (ROOT / "overrides/assets/offline/LICENSE.txt").read_text(encoding="utf-8")

    assert f"iframe-worker {ROWS['iframe-worker'].strip()}," in text


def test_every_set_of_icons_in_use_is_named() -> None:
    templates = [path.read_text(encoding="utf-8") for path in (ROOT / "overrides").rglob("*.html")]
    used = set(re.findall(r"\"(?:\.icons/)?(material|fontawesome|octicons|simple)/", "\n".join(templates)))
    theme = json.dumps(configuration(ROOT)["theme"], default=str)
    used |= set(re.findall(r"\"(material|fontawesome|octicons|simple)/", theme))

    assert used == {"material"}
    assert "Pictogrammers Free License" in (TEMPLATES / ".icons/material/LICENSE").read_text(encoding="utf-8")
