"""`python -m scripts pack`: every file to take along, from the published site into its downloads/."""

import argparse
import sys
import traceback
from pathlib import Path

from scripts.build.site import build
from scripts.content.site import load_site
from scripts.environment.folders import ROOT, SITE
from scripts.environment.problem import SetupProblem
from scripts.errors import ContentError
from scripts.export.listing import write_listing
from scripts.export.packing import Folders, Packed, forget_others, pack
from scripts.export.registry import FOLDER, exports

CACHE = ROOT / ".cache" / "pack"


def main(arguments: list[str]) -> int:
    """Builds the site first when it is not there; 1 when a file could not be made."""
    parser = argparse.ArgumentParser(prog="python3 -m scripts pack", description="Maakt de bestanden om mee te nemen.")
    parser.add_argument("--site", type=Path, default=SITE, metavar="MAP", help="de gepubliceerde site, in plaats van site/")
    parser.add_argument("--only", action="append", metavar="NAAM", help="alleen dit bestand; mag meer dan één keer")
    options = parser.parse_args(arguments)
    folders = Folders(options.site.resolve(), ROOT / "docs", CACHE)
    every = exports(load_site(folders.docs))
    wanted = options.only or [export.name for export in every]
    unknown = sorted(set(wanted) - {export.name for export in every})
    if unknown:
        parser.error(f"onbekend: {', '.join(unknown)}. Kies uit: {', '.join(export.name for export in every)}")
    if not (folders.site / "index.html").is_file() and (code := build(folders.site)):
        return code
    packed = pack([export for export in every if export.name in wanted], folders, _tell)
    write_listing(folders.site, every, packed)
    if not options.only:
        forget_others(packed, folders.cache)
    return _verdict(packed)


def _tell(packed: Packed) -> None:
    print(f"{packed.export.file}  {_outcome(packed)}", file=sys.stderr, flush=True)


def _outcome(packed: Packed) -> str:
    if packed.error is None:
        return "ongewijzigd" if packed.seconds is None else f"gemaakt in {packed.seconds:.1f} s".replace(".", ",")
    if isinstance(packed.error, SetupProblem | ContentError):
        return f"niet gemaakt: {packed.error}"
    return "niet gemaakt, door een fout in het programma:\n" + "".join(traceback.format_exception(packed.error)).rstrip()


def _verdict(packed: list[Packed]) -> int:
    failed = [one.export.file for one in packed if one.error]
    if failed:
        print(f"Niet gemaakt: {', '.join(failed)}. De andere bestanden staan in {FOLDER}/.", file=sys.stderr)
    return 1 if failed else 0
