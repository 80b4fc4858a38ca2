"""The name of this site, as mkdocs.yml gives it: another organisation changes it there and nowhere else."""

import re
from functools import cache

from scripts.environment.folders import ROOT
from scripts.errors import ContentError

_NAME = re.compile(r"^site_name: *([\"']?)(\S.*?)\1 *$", re.MULTILINE)


@cache
def site_name() -> str:
    """Raises ContentError when mkdocs.yml gives no name on a line of its own."""
    found = _NAME.search((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    if found is None:
        raise ContentError("mkdocs.yml", 1, "'site_name' ontbreekt", "schrijf bovenaan: site_name: de naam van je site")
    return found[2]
