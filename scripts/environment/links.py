"""`python -m scripts links`: asks every link of the built site to another site; needs internet, so no build and no test does."""

import argparse
import subprocess
from pathlib import Path

from scripts.environment.checking import installed_program
from scripts.environment.folders import SITE, TOOLS

CONFIG = TOOLS / "lychee.toml"
# What GitHub takes for the text of an issue, less some room.
LONGEST = 60_000
CUT = "\n\n… De rest past hier niet; de hele lijst staat bij de run.\n"


def main(arguments: list[str]) -> int:
    """0 every link answers, 2 some do not, another code when the checker itself failed."""
    parser = argparse.ArgumentParser(prog="python3 -m scripts links")
    parser.add_argument("--site", type=Path, default=SITE, metavar="MAP", help="de gebouwde site")
    parser.add_argument("--report", type=Path, metavar="BESTAND", help="schrijf de uitkomst als Markdown in dit bestand")
    options = parser.parse_args(arguments)
    if not (options.site / "index.html").is_file():
        parser.error(f"in {options.site} staat geen site; draai eerst: make build")
    return ask(options.site, options.report)


def ask(site: Path, report: Path | None) -> int:
    """The exit code of lychee; what it found is printed, or stands in `report`."""
    output = ["--format", "markdown", "--output", str(report)] if report else ["--format", "detailed"]
    command = [installed_program("lychee"), "--config", str(CONFIG), *output, str(site)]
    code = subprocess.run(command, check=False).returncode
    if report and report.is_file():
        report.write_text(shortened(report.read_text(encoding="utf-8"), str(site)), encoding="utf-8")
    return code


def shortened(found: str, site: str) -> str:
    """Pages by their place in the site, and no more than fits."""
    text = found.replace(f"{site}/", "")
    return text if len(text) <= LONGEST else text[: LONGEST - len(CUT)] + CUT
