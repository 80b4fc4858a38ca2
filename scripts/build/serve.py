"""`python -m scripts serve`: live preview while writing."""

import argparse
import os
import sys

from scripts.build.port import HOST, chosen_port
from scripts.build.steps import content_steps
from scripts.environment.folders import ROOT
from scripts.environment.process import become


def main(arguments: list[str]) -> int:
    """Serves until Ctrl-C. Raises SetupProblem when the port is taken."""
    argparse.ArgumentParser(prog="python3 -m scripts serve").parse_args(arguments)
    port = chosen_port()
    address = f"http://{HOST}:{port}/"
    # A fault in one page must not keep an editor from seeing the others: say it and go on.
    for step in content_steps():
        if step.run():
            print(f"Let op: '{step.label}' vond problemen (zie hierboven): zo wordt de site niet gepubliceerd.")
    print(f"\nDe site verschijnt zo meteen op {address} en ververst als je iets bewaart. Stoppen: Ctrl-C.\n", flush=True)
    os.chdir(ROOT)
    # Notebooks take longer than all other pages together; `make preview` shows them. SITE_URL: MkDocs serves under its path.
    variables = {**os.environ, "NOTEBOOKS": "false", "SITE_URL": address}
    command = [sys.executable, "-m", "scripts.build.live", "serve", "--dev-addr", f"{HOST}:{port}"]
    return become(command, variables)
