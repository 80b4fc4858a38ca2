"""Lighthouse on one page: mobile, with its simulated phone and network, in the Chromium of this machine."""

import json
import os
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from scripts.environment.chromium import chromium
from scripts.environment.tools import node_command
from tests.site.browsing import ARGUMENTS

# The server has a certificate that nobody signed.
FLAGS = ["--headless=new", "--ignore-certificate-errors", *ARGUMENTS]
FOLDER = Path(__file__).parent
CATEGORIES = ["performance", "accessibility", "best-practices", "seo"]
TIMES = {"FCP": "first-contentful-paint", "LCP": "largest-contentful-paint", "TBT": "total-blocking-time"}
NOT_COUNTED = {"notApplicable", "manual", "informative"}
SHIFT = "cumulative-layout-shift"


@dataclass(frozen=True)
class Report:
    """`scores` by category, 0-100; `times` in milliseconds; `failed` has the score, below 1, of each audit that counts."""

    scores: dict[str, float]
    times: dict[str, float]
    shift: float
    failed: dict[str, float]


def look(url: str, categories: list[str]) -> Report:
    """Opens `url` in a new browser. Raises RuntimeError with what Lighthouse says when it has no result."""
    script = FOLDER / "node_modules" / "lighthouse" / "cli" / "index.js"
    options = ["--quiet", "--no-enable-error-reporting", "--output=json", "--locale=en"]
    options += [f"--only-categories={','.join(categories)}", f"--chrome-flags={' '.join(FLAGS)}"]
    environment = {**os.environ, "CHROME_PATH": chromium()}
    done = subprocess.run([*node_command(script), url, *options], env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"{url}: {done.stderr.strip()}")
    result = json.loads(done.stdout)
    if missing := [name for name, category in result["categories"].items() if category["score"] is None]:
        raise RuntimeError(f"{url}: no score for {', '.join(missing)}")
    return _report(result)


def _report(result: dict[str, Any]) -> Report:
    audits, categories = result["audits"], result["categories"]
    failed = {
        f"{name}: {ref['id']}": float(audits[ref["id"]]["score"] or 0)
        for name, category in categories.items()
        for ref in category["auditRefs"]
        if ref["weight"] and (audits[ref["id"]]["score"] or 0) < 1 and audits[ref["id"]]["scoreDisplayMode"] not in NOT_COUNTED
    }
    scores = {name: 100 * category["score"] for name, category in categories.items()}
    times = {name: audits[audit]["numericValue"] for name, audit in TIMES.items()}
    return Report(scores, times, audits[SHIFT]["numericValue"], failed)
