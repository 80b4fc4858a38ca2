"""Lighthouse: mobile, with its simulated phone and network, in the Chromium of this machine."""

import json
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
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
SHIFT = "cumulative-layout-shift"
# What the score for speed is made of; the pictures and advice that Lighthouse adds take it as long again.
SPEED = {"onlyAudits": [*TIMES.values(), SHIFT, "speed-index"], "disableFullPageScreenshot": True}
ALL = {"onlyCategories": CATEGORIES}
NOT_COUNTED = {"notApplicable", "manual", "informative"}


@dataclass(frozen=True)
class Report:
    """`scores` by category, 0-100; `times` in milliseconds; `failed` has the score, below 1, of each audit that counts."""

    scores: dict[str, float]
    times: dict[str, float]
    shift: float
    failed: dict[str, float]


class Lighthouse:
    """A running Lighthouse, until the block of `running` ends."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        if not process.stdin or not process.stdout:
            raise ValueError("a Lighthouse that cannot be spoken to")
        self.questions, self.answers = process.stdin, process.stdout

    def look(self, url: str, flags: dict[str, Any]) -> Report:
        """Opens `url` in a new browser. Raises RuntimeError with what Lighthouse says when it has no result."""
        self.questions.write(json.dumps({"url": url, "flags": flags}) + "\n")
        self.questions.flush()
        result = json.loads(self.answers.readline() or '{"error": "Lighthouse stopped"}')
        if "error" in result:
            raise RuntimeError(f"{url}: {result['error']}")
        categories = {name: one for name, one in result["categories"].items() if name in CATEGORIES}
        if missing := [name for name, category in categories.items() if category["score"] is None]:
            raise RuntimeError(f"{url}: no score for {', '.join(missing)}")
        return _report(result["audits"], categories)


@contextmanager
def running() -> Iterator[Lighthouse]:
    command = [*node_command(FOLDER / "look.mjs"), chromium(), *FLAGS]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        lighthouse = Lighthouse(process)
        yield lighthouse
        lighthouse.questions.close()


def _report(audits: dict[str, Any], categories: dict[str, Any]) -> Report:
    failed = {
        f"{name}: {ref['id']}": float(audits[ref["id"]]["score"] or 0)
        for name, category in categories.items()
        for ref in category["auditRefs"]
        if ref["weight"] and (audits[ref["id"]]["score"] or 0) < 1 and audits[ref["id"]]["scoreDisplayMode"] not in NOT_COUNTED
    }
    scores = {name: 100 * category["score"] for name, category in categories.items()}
    times = {name: audits[audit]["numericValue"] for name, audit in TIMES.items()}
    return Report(scores, times, audits[SHIFT]["numericValue"], failed)
