"""The registry: one line per source."""

from scripts.statistics.source import Source
from scripts.statistics.sources import discord, eurostat, gent, project

SOURCES: dict[str, Source] = {
    "eurostat": eurostat.SOURCE,
    "discord": discord.SOURCE,
    "gent": gent.SOURCE,
    "project": project.SOURCE,
}
