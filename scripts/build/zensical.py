"""`python -m scripts build-zensical`: the same site by the engine that succeeds Material for MkDocs."""

import argparse
import shutil
import subprocess
import sys
from pathlib import Path

from scripts.build.steps import Step, content_steps, run_steps
from scripts.environment.folders import ROOT, ZENSICAL_SITE


def main(arguments: list[str]) -> int:
    """Builds into site-zensical/; the exit code of the first step that fails."""
    argparse.ArgumentParser(prog="python3 -m scripts build-zensical").parse_args(arguments)
    return run_steps([*content_steps(), Step("pagina's bouwen met Zensical", lambda: run_zensical(ZENSICAL_SITE))])


def run_zensical(site: Path) -> int:
    """Builds the pages in `site`, whose old content goes; the exit code of Zensical."""
    # Zensical leaves pages of an earlier build where they are, and builds only where its settings say.
    shutil.rmtree(ZENSICAL_SITE, ignore_errors=True)
    command = [sys.executable, "-m", "zensical", "build", "--clean", "--strict", "--config-file", "mkdocs.zensical.yml"]
    code = subprocess.run(command, cwd=ROOT, check=False).returncode
    if code or not (ZENSICAL_SITE / "index.html").is_file():
        return code or 1
    if site != ZENSICAL_SITE:
        shutil.rmtree(site, ignore_errors=True)
        shutil.move(ZENSICAL_SITE, site)
    return 0
