"""`python -m scripts update`: the command line around one update run. Data goes to stdout, the log to stderr."""

import argparse
import json
import logging
import sys
from datetime import UTC, date, datetime
from pathlib import Path

from stamina.instrumentation import set_on_retry_hooks

from scripts.statistics.client import log_retry
from scripts.statistics.progress import Progress
from scripts.statistics.report import document, lines
from scripts.statistics.sources import SOURCES
from scripts.statistics.update import Run, update

EPILOG = """\
uitgang: 0 elke bron is bij, ongewijzigd of uitgeschakeld; 1 een bron mislukte, haar laatste goede waarden blijven;
2 verkeerd gebruik. Een andere server bevragen kan met EUROSTAT_URL, OPENDATASOFT_URL en DISCORD_URL.
Discord staat uit tenzij DISCORD_INVITE een uitnodiging bevat; die is geheim. Een afgekeurd antwoord staat daarna in
.cache/afgekeurd/, met de reden."""


def main(arguments: list[str]) -> int:
    """Runs the command; returns its exit code (argparse itself exits with 2 on wrong usage, 0 on --help)."""
    options = _parser().parse_args(arguments)
    logging.basicConfig(stream=sys.stderr, format="%(message)s", level=logging.WARNING)
    set_on_retry_hooks([log_retry])
    names = list(dict.fromkeys(options.source or SOURCES))
    today = options.today or datetime.now(UTC).date()
    run = Run(options.docs, options.data or options.docs / "data", today, options.dry_run)
    reports = update(names, run, Progress(None if options.json else sys.stderr))
    if options.json:
        print(json.dumps(document(reports, dry_run=options.dry_run), ensure_ascii=False, indent=2))
    else:
        print("\n".join(lines(reports, dry_run=options.dry_run)))
    return 1 if any(report.reason for report in reports) else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m scripts update",
        description="Haalt de cijfers op en bewaart wat veranderde in docs/data/. Een bron die faalt, laat alles zoals het was.",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--source", action="append", choices=sorted(SOURCES), help="alleen deze bron; mag meer dan één keer")
    parser.add_argument("--docs", type=_folder, default=Path("docs"), metavar="DIR", help="map met de inhoud (standaard: docs)")
    parser.add_argument("--data", type=Path, metavar="DIR", help="map voor de gegevens (standaard: data in de map met de inhoud)")
    parser.add_argument("--dry-run", action="store_true", help="toon wat zou veranderen en bewaar niets")
    parser.add_argument("--json", action="store_true", help="antwoord als één JSON-document")
    parser.add_argument("--today", type=date.fromisoformat, metavar="JJJJ-MM-DD", help="dag van ophalen (standaard: vandaag)")
    return parser


def _folder(text: str) -> Path:
    if not Path(text).is_dir():
        raise argparse.ArgumentTypeError(f"map '{text}' bestaat niet")
    return Path(text)
