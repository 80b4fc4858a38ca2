"""How long the files to take along take: `python -m benchmarks.pack.measure site`, after `make build`.

Packs the published site twice, with a cache of its own: first from nothing, then with nothing changed.
"""

import argparse
import shutil
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from scripts.content.site import load_site
from scripts.environment.folders import ROOT
from scripts.export.packing import Folders, Packed, pack
from scripts.export.registry import exports


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.pack.measure")
    parser.add_argument("site", type=Path, help="the published site; it stays as it is")
    options = parser.parse_args(arguments)
    with TemporaryDirectory() as folder:
        site = shutil.copytree(options.site, Path(folder) / "site")
        folders = Folders(site, ROOT / "docs", Path(folder) / "cache")
        for name in ("from nothing", "nothing changed"):
            begun = time.perf_counter()
            packed = pack(list(exports(load_site(folders.docs))), folders, _tell)
            failed = sum(one.error is not None for one in packed)
            print(f"{name}: {time.perf_counter() - begun:.1f} s, {len(packed)} files, {failed} failed")
    return 0


def _tell(packed: Packed) -> None:
    if packed.seconds is not None:
        print(f"{packed.export.file}\t{packed.seconds:.1f}", file=sys.stderr)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
