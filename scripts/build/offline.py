"""`python -m scripts build-offline`: the site for a disk, opened by a double click, without internet."""

import argparse
from functools import partial
from pathlib import Path
from string import Template

from scripts.build.site import run_mkdocs
from scripts.build.steps import Step, content_steps, run_steps, verb
from scripts.content.identity import site_name
from scripts.environment.folders import OFFLINE_SITE, ROOT
from scripts.markdown.figures import day
from scripts.markdown.html import safe
from scripts.publish.offline import web_address
from scripts.statistics.freshness import build_date

CONFIGURATION = "mkdocs.offline.yml"
# In the copy: the site in a folder of its own, beside the one file to open and the one to read.
SITE_FOLDER = "site"
TEMPLATES = Path(__file__).parent / "templates"


def main(arguments: list[str]) -> int:
    """Builds into site-offline/; the exit code of the first step that fails."""
    argparse.ArgumentParser(prog="python3 -m scripts build-offline").parse_args(arguments)
    code = run_steps([*content_steps(), *offline_steps(ROOT, OFFLINE_SITE)])
    if not code:
        print(f"De kopie staat klaar: open {OFFLINE_SITE / 'start.html'}")
    return code


def offline_steps(project: Path, folder: Path) -> list[Step]:
    """The steps that make the copy of `project` in `folder`, after the content was checked."""
    site = folder / SITE_FOLDER
    finish = verb("scripts.publish.command", str(site), "--docs", str(project / "docs"), "--offline")
    return [
        Step("pagina's bouwen voor de offline kopie", lambda: run_mkdocs(site, project, CONFIGURATION)),
        Step("afwerken voor de offline kopie", finish),
        Step("startbestanden schrijven", partial(_write_start, folder)),
    ]


def _write_start(folder: Path) -> int:
    words = {"name": safe(site_name()), "date": day(build_date()), "address": web_address(folder / SITE_FOLDER)}
    for template in sorted(TEMPLATES.iterdir()):
        text = Template(template.read_text(encoding="utf-8")).substitute(words)
        # Windows shows the lines of a text file apart only so.
        (folder / template.name).write_text(text, encoding="utf-8", newline="\r\n")
    return 0
