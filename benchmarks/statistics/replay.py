"""How much time and memory an update takes beyond waiting for the source.

    python -m benchmarks.statistics.replay [--latency SECONDS] [--runs N]

Plays Eurostat on this machine, in a process of its own: it answers every question with generated values after `--latency`
seconds. Runs an update of all its figures, of ten times as many in the same tables, and of ten times as many tables.
"""

import argparse
import json
import multiprocessing
import os
import statistics
import subprocess
import sys
import tempfile
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import yaml

from scripts.statistics.client import QUESTIONS_AT_A_TIME_PER_HOST as AT_A_TIME

Figures = dict[str, dict[str, Any]]
ROOT = Path(__file__).parents[2]
LISTED = ROOT / "docs" / "bronnen" / "indicatoren.yml"
YEARS = [str(year) for year in range(2015, 2026)]
MAIN = "import sys; from scripts.statistics.command import main; sys.exit(main(sys.argv[1:]))"


class Replay(BaseHTTPRequestHandler):
    """Answers any question with the codes asked for and a value for every cell."""

    latency = 0.0
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        time.sleep(self.latency)
        asked = urlsplit(self.path)
        body = json.dumps(answer(asked.path.rsplit("/", 1)[-1], parse_qs(asked.query))).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *arguments: Any) -> None:
        """Says nothing: the figures are what we came for."""


def answer(dataset: str, query: dict[str, list[str]]) -> dict[str, Any]:
    since = query.get("sinceTimePeriod", ["2015"])[0]
    codes = {name: found for name, found in query.items() if name not in ("format", "lang", "sinceTimePeriod")}
    codes["time"] = [year for year in YEARS if year >= since]
    cells = 1
    for found in codes.values():
        cells *= len(found)
    # A count is large, a share or a mark is small.
    value = 20_000.0 if codes["unit"] == ["NR"] else 8.0
    return {
        "version": "2.0",
        "class": "dataset",
        "updated": "2026-04-16T23:00:00+0200",
        "value": {str(cell): value for cell in range(cells)},
        "id": list(codes),
        "size": [len(found) for found in codes.values()],
        "dimension": {
            name: {"category": {"index": {code: place for place, code in enumerate(found)}}} for name, found in codes.items()
        },
        "extension": {"id": dataset.upper()},
    }


def serve(latency: float, port: "multiprocessing.Queue[int]") -> None:
    Replay.latency = latency
    server = ThreadingHTTPServer(("127.0.0.1", 0), Replay)
    server.daemon_threads = True
    port.put(server.server_port)
    server.serve_forever()


def once(figures: Figures) -> Figures:
    return figures


def in_the_same_tables(figures: Figures) -> Figures:
    """Ten of each that differ in one code, as figures for other ages do."""
    return {
        f"{name}-{number}": figure | {"query": {**figure["query"], "extra": f"C{number}"}}
        for name, figure in figures.items()
        for number in range(10)
    }


def in_other_tables(figures: Figures) -> Figures:
    """Ten of each, all from tables of their own."""
    return {
        f"{name}-{number}": figure | {"dataset": f"{figure['dataset']}_{number}"}
        for name, figure in figures.items()
        for number in range(10)
    }


def write_docs(folder: Path, figures: Figures) -> Path:
    (folder / "bronnen").mkdir(parents=True)
    (folder / "bronnen" / "indicatoren.yml").write_text(yaml.safe_dump(figures), encoding="utf-8")
    return folder


def measure(docs: Path, base: str) -> tuple[float, float]:
    """Seconds of one update in a process of its own, and its largest memory in MB."""
    began = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-c", MAIN, "--source", "eurostat", "--docs", str(docs), "--today", "2026-11-22", "--json"],
        cwd=ROOT,
        env={**os.environ, "EUROSTAT_URL": base, "NO_PROXY": "*"},
        stdout=subprocess.DEVNULL,
    )
    _, status, used = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - began
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise SystemExit(f"the update ended with {process.returncode}")
    return seconds, used.ru_maxrss / (1024 * 1024 if sys.platform == "darwin" else 1024)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--latency", type=float, default=1.0)
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args()
    port: multiprocessing.Queue[int] = multiprocessing.Queue()
    server = multiprocessing.Process(target=serve, args=(options.latency, port), daemon=True)
    server.start()
    base = f"http://127.0.0.1:{port.get()}/data"
    print(f"latency {options.latency} s, {options.runs} runs, median (smallest-largest)")
    listed = {name: one for name, one in yaml.safe_load(LISTED.read_text("utf-8")).items() if one["source"] == "eurostat"}
    for label, grow in (("all figures", once), ("10x, same tables", in_the_same_tables), ("10x, other tables", in_other_tables)):
        figures = grow(listed)
        tables = len({one["dataset"] for one in figures.values()})
        waiting = -(-tables // AT_A_TIME) * options.latency
        runs = []
        for _ in range(options.runs):
            with tempfile.TemporaryDirectory() as folder:
                runs.append(measure(write_docs(Path(folder) / "docs", figures), base))
        seconds, memory = zip(*runs, strict=True)
        print(
            f"{label:18} {len(figures):4} figures {tables:4} questions  {statistics.median(seconds):5.2f} s"
            f" ({min(seconds):.2f}-{max(seconds):.2f}), of which waiting {waiting:5.2f} s; at most {max(memory):.0f} MB"
        )
    server.terminate()


if __name__ == "__main__":
    main()
