"""The hand-kept sources and the stored figures are readable and agree."""

from collections.abc import Iterator

from scripts.check.problem import Problem, of
from scripts.content.site import Site


def check_sources(site: Site) -> Iterator[Problem]:
    for fault in site.faults:
        yield of(fault, "HIB-070")
