"""`python -m scripts build-zensical`: the same site by the engine that succeeds Material for MkDocs."""

import argparse
import shutil
import subprocess
import sys

from scripts.build.steps import Step, content_steps, run_steps
from scripts.environment.folders import ROOT, ZENSICAL_SITE


def main(arguments: list[str]) -> int:
    """Builds into site-zensical/; the exit code of the first step that fails."""
    argparse.ArgumentParser(prog="python3 -m scripts build-zensical").parse_args(arguments)
    return run_steps([*content_steps(), Step("pagina's bouwen met Zensical", _zensical)])


def _zensical() -> int:
    # Zensical leaves pages of an earlier build where they are.
    shutil.rmtree(ZENSICAL_SITE, ignore_errors=True)
    command = [sys.executable, "-m", "zensical", "build", "--clean", "--strict", "--config-file", "mkdocs.zensical.yml"]
    code = subprocess.run(command, cwd=ROOT, check=False).returncode
    return code or (0 if (ZENSICAL_SITE / "index.html").is_file() else 1)
