"""`python -m scripts build`: the site as it is published."""

import argparse
import subprocess
import sys
from pathlib import Path

from scripts.build.steps import Step, content_steps, run_steps, verb
from scripts.environment.folders import ROOT, SITE


def main(arguments: list[str]) -> int:
    """Builds the site; the exit code of the first step that fails."""
    parser = argparse.ArgumentParser(prog="python3 -m scripts build")
    parser.add_argument("--site", type=Path, default=SITE, metavar="MAP", help="bouw in deze map in plaats van site/")
    return build(parser.parse_args(arguments).site.resolve())


def build(site: Path) -> int:
    """Builds into `site`, whose old content goes."""
    steps = [
        *content_steps(),
        Step("pagina's bouwen met MkDocs", lambda: run_mkdocs(site)),
        Step("afwerken", verb("scripts.publish.command", str(site))),
    ]
    return run_steps(steps)


def run_mkdocs(site: Path, project: Path = ROOT, configuration: str = "mkdocs.yml") -> int:
    """Builds the pages of `project` in `site`; the exit code of MkDocs."""
    # `python -m`: the plain `mkdocs` command does not find our package.
    options = ["--strict", "--clean", "--quiet", "--config-file", configuration, "--site-dir", str(site)]
    return subprocess.run([sys.executable, "-m", "mkdocs", "build", *options], cwd=project, check=False).returncode
