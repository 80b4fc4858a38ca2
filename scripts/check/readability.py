"""How easy a page reads: the formula of Flesch for Dutch (Douma), with a limit per reading level.

206.84 - 0.93 x words per sentence - 77 x syllables per word (W.H. Douma, 1960). `make check` runs this with the spelling.
"""

import re
from dataclasses import dataclass
from pathlib import Path

import pyphen

from scripts.content.page import Page
from scripts.content.reading import prose_lines
from scripts.content.site import load_site

# Measured: B1 pages lie above 95, the others above 50 (a page of one table of links) and mostly above 60; a law reads at 30.
LIMITS = {"B1": 85.0, "B2": 48.0}
FEWEST_SENTENCES = 10
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_END = re.compile(r"[.!?:]+(?=\s|$)|$", re.MULTILINE)
# A group of vowels that sounds as one; hyphenation keeps a syllable of one letter with its neighbour.
_VOWELS = re.compile(r"aai|ooi|oei|eeu|ieu|aa|ee|oo|uu|ie|oe|eu|ui|ou|au|ei|ij|[aeiouyáéèêëïíóöúüà]")
_hyphens = pyphen.Pyphen(lang="nl_NL")


@dataclass(frozen=True)
class Score:
    """The score of a text, and its longest sentences."""

    value: float
    longest: list[str]


def syllables(word: str) -> int:
    """By the hyphenation patterns, and never fewer than the groups of vowels that patterns leave together."""
    return max(1, len(_hyphens.inserted(word).split("-")), len(_VOWELS.findall(word.lower())))


def score(text: str) -> Score | None:
    """None for a text too short to judge."""
    sentences = [sentence.strip() for sentence in _END.split(text) if _WORD.search(sentence)]
    words = _WORD.findall(text)
    if len(sentences) < FEWEST_SENTENCES:
        return None
    per_word = sum(map(syllables, words)) / len(words)
    value = 206.84 - 0.93 * len(words) / len(sentences) - 77 * per_word
    return Score(value, sorted(sentences, key=lambda one: -len(one.split()))[:3])


def prose(page: Page) -> str:
    """The running text: no headings and no tables."""
    return "\n".join(text for _, text in prose_lines(page) if not text.lstrip().startswith(("#", "|")))


def main(arguments: list[str]) -> int:
    """Names every page under its limit, with the three longest sentences."""
    failed = 0
    for page in load_site(Path("docs")).pages.values():
        found = score(prose(page)) if page.meta else None
        if found and found.value < LIMITS[page.meta.reading_level]:
            failed += 1
            longest = " / ".join(sentence[:90] for sentence in found.longest)
            limit = LIMITS[page.meta.reading_level]
            print(f"{page.file}:1 leest moeilijk ({found.value:.0f}, grens {limit:.0f}) → kort in: {longest}")
        if arguments and found and page.meta:
            print(f"{found.value:5.0f} {page.meta.reading_level} {page.file}")
    return 1 if failed else 0


if __name__ == "__main__":
    import sys

    sys.exit(main(sys.argv[1:]))
