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

FOLDER = Path(__file__).parent
CATEGORIES = ["performance", "accessibility", "best-practices", "seo"]
TIMES = {"FCP": "first-contentful-paint", "LCP": "largest-contentful-paint", "TBT": "total-blocking-time"}
NOT_COUNTED = {"notApplicable", "manual", "informative"}
SHIFT = "cumulative-layout-shift"


@dataclass(frozen=True)
class Report:
    """`scores` by category, 0-100; `times` in milliseconds; `failed` names each audit that counts and is not perfect."""

    scores: dict[str, float]
    times: dict[str, float]
    shift: float
    failed: list[str]


def look(url: str) -> Report:
    """Opens `url` in a new browser. Raises RuntimeError with what Lighthouse says when it has no result."""
    script = FOLDER / "node_modules" / "lighthouse" / "cli" / "index.js"
    options = ["--quiet", "--no-enable-error-reporting", "--output=json", "--locale=en"]
    options += [f"--only-categories={','.join(CATEGORIES)}", f"--chrome-flags={' '.join(['--headless=new', *ARGUMENTS])}"]
    environment = {**os.environ, "CHROME_PATH": chromium()}
    done = subprocess.run([*node_command(script), url, *options], env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"{url}: {done.stderr.strip()}")
    return _report(json.loads(done.stdout))


def _report(result: dict[str, Any]) -> Report:
    audits, categories = result["audits"], result["categories"]
    failed = [
        f"{name}: {ref['id']} {audits[ref['id']]['score']} {audits[ref['id']].get('displayValue', '')}".rstrip()
        for name, category in categories.items()
        for ref in category["auditRefs"]
        if ref["weight"] and (audits[ref["id"]]["score"] or 0) < 1 and audits[ref["id"]]["scoreDisplayMode"] not in NOT_COUNTED
    ]
    scores = {name: 100 * category["score"] for name, category in categories.items()}
    times = {name: audits[audit]["numericValue"] for name, audit in TIMES.items()}
    return Report(scores, times, audits[SHIFT]["numericValue"], failed)
