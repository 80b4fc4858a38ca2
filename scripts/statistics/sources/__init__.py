"""The registry: one line per source."""

from scripts.statistics.source import Source
from scripts.statistics.sources import eurostat, project

SOURCES: dict[str, Source] = {
    "eurostat": eurostat.SOURCE,
    "project": project.SOURCE,
}
