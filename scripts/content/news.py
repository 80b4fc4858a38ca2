"""`docs/bronnen/nieuws.yml`: what came onto the site, for who comes back."""

import re
from datetime import date
from typing import Annotated

from pydantic import Field, field_validator

from scripts.content.frozen import Frozen

SOURCE = "bronnen/nieuws.yml"
MOST_SENTENCES = 3
_SENTENCE_END = re.compile(r"[.!?](?=\s|$)")


class NewsItem(Frozen):
    """One thing that is new, and the page below docs/ where it stands. Readers of the feed know it by its `id`."""

    id: Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]
    date: date
    title: Annotated[str, Field(min_length=3, max_length=70)]
    text: Annotated[str, Field(min_length=20, max_length=400)]
    page: Annotated[str, Field(pattern=r"^[\w/-]+\.(md|ipynb)$")]

    @field_validator("text")
    @classmethod
    def _short(cls, text: str) -> str:
        if not 1 <= len(_SENTENCE_END.findall(text)) <= MOST_SENTENCES:
            raise ValueError(f"moet één tot {MOST_SENTENCES} zinnen zijn, met een punt erachter")
        return text


def newest_first(news: list[NewsItem]) -> list[NewsItem]:
    """By date; what came on one day stays in the order of the file."""
    return sorted(news, key=lambda item: item.date, reverse=True)
