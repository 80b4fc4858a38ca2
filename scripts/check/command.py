"""`python -m scripts check-content`: all problems in one run; exit 1 when there is one."""

import argparse
from pathlib import Path

from scripts.check.blocks import check_blocks
from scripts.check.citations import check_citations
from scripts.check.conversations import check_conversations
from scripts.check.indicators import check_indicators
from scripts.check.links import check_links
from scripts.check.macros import check_macros
from scripts.check.navigation import check_navigation
from scripts.check.news import check_news
from scripts.check.pages import check_pages, overdue
from scripts.check.problem import CODES, Problem
from scripts.check.programmes import check_programmes
from scripts.check.recommendations import check_recommendations
from scripts.check.sources import check_sources
from scripts.check.statement import check_statement
from scripts.check.text import check_text
from scripts.check.training import check_training
from scripts.check.unfinished import check_unfinished
from scripts.check.uniqueness import check_uniqueness
from scripts.content.site import Site, load_site

CHECKS = (
    *(check_sources, check_text, check_pages, check_blocks, check_macros, check_citations, check_links, check_indicators),
    *(check_training, check_conversations, check_programmes, check_recommendations),
    *(check_uniqueness, check_news, check_statement, check_unfinished),
)


def find_problems(site: Site, config: Path) -> list[Problem]:
    """Every problem of the site, in the order of the files."""
    found = {problem for check in CHECKS for problem in check(site)}
    return sorted(found | set(check_navigation(site, config)))


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m scripts check-content", description="Controleert alles in docs/.")
    parser.add_argument("--docs", type=Path, default=Path("docs"), help="de map met de inhoud")
    parser.add_argument("--config", type=Path, default=Path("mkdocs.yml"), help="het bestand met het menu")
    parser.add_argument("--codes", action="store_true", help="toon wat elke code betekent")
    options = parser.parse_args(arguments)
    if options.codes:
        print("\n".join(f"{code} {meaning}" for code, meaning in CODES.items()))
        return 0
    site = load_site(options.docs)
    problems = find_problems(site, options.config)
    for line in overdue(site):
        print(line)
    print("\n".join(str(problem) for problem in problems) or "Inhoud in orde.")
    if problems:
        print(f"\n{len(problems)} {'probleem' if len(problems) == 1 else 'problemen'} gevonden.")
    return 1 if problems else 0
