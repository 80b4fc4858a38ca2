"""The hand-kept sources and the stored figures are readable and agree."""

from collections.abc import Iterator

from scripts.check.problem import Problem, of
from scripts.content.site import Site
from scripts.errors import ContentError
from scripts.statistics.sources.project import outdated_project_files


def check_sources(site: Site) -> Iterator[Problem]:
    for fault in site.faults:
        yield of(fault, "HIB-070")
    try:
        outdated = outdated_project_files(site.docs)
    except ContentError:
        return  # the fault in that file is one of those above
    for path in outdated:
        shown = f"{site.docs.name}/data/{path.name}"
        yield Problem(
            shown, 1, "HIB-071", "klopt niet met docs/bronnen/projectcijfers.yml", "draai: make update ARGS='--source project'"
        )
