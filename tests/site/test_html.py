"""The HTML standard, judged by its own validator (vnu)."""

import json
import subprocess
from pathlib import Path

from scripts.environment.tools import html_checker_command


def test_every_page_is_valid_html(site: Path) -> None:
    # In the standard and in Chromium, and not yet in vnu: "immediate", and a link that expects a part of the page.
    options = [
        "--filterpattern",
        r".*(“eagerness” property in a speculation rule|“link” element with a “blocking” attribute).*",
        "--format",
        "json",
        "--errors-only",
        "--skip-non-html",
    ]
    done = subprocess.run([*html_checker_command(), *options, str(site)], capture_output=True, text=True, check=False)
    assert done.stderr.startswith("{"), f"vnu did not run:\n{done.stderr[-2000:]}"
    faults = [_line(message, site) for message in json.loads(done.stderr)["messages"]]
    assert not faults, "\n".join(faults)
    assert done.returncode == 0


def _line(message: dict[str, object], site: Path) -> str:
    """`/cijfers/index.html:12 what … extract`."""
    page = str(message.get("url", "")).removeprefix(f"file:{site}")
    return f"{page}:{message.get('lastLine', 0)} {message['message']} … {message.get('extract', '')}"
