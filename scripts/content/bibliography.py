"""The bibliography `docs/bronnen/literatuur.bib`: what may be cited, of which kind and how strong."""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal

from bibtexparser.entrypoint import parse_string
from bibtexparser.middlewares import SeparateCoAuthors, SplitNameParts
from bibtexparser.middlewares.names import NameParts
from pydantic import ConfigDict, Field, ValidationError
from pylatexenc.latex2text import LatexNodes2Text

from scripts.content.frozen import Frozen, Text
from scripts.content.yaml_file import describe, read_text
from scripts.errors import ContentError

Kind = Literal["project", "research", "practice", "law", "statistics"]
Design = Literal["SR", "RCT", "COH", "CC", "XS", "QUAL", "OP", "GOV", "PRESS"]


@dataclass(frozen=True)
class Name:
    """A person (family, given) or an organisation (family only)."""

    family: str
    given: str = ""


class Reference(Frozen):
    """One source. `year` is None for a source without a date ("z.d."); `more` says that not all authors are named."""

    model_config = ConfigDict(arbitrary_types_allowed=True)

    key: Annotated[str, Field(pattern=r"^[\w:-]+$")]
    type: Literal["article", "book", "incollection", "techreport", "misc", "online", "phdthesis", "inproceedings"]
    authors: Annotated[tuple[Name, ...], Field(min_length=1)]
    more: bool = False
    title: Text
    kind: Kind
    design: Design | None = None
    year: Annotated[str, Field(pattern=r"^\d{4}$")] | None = None
    date: Annotated[str, Field(pattern=r"^\d{4}-\d{2}(-\d{2})?$")] | None = None
    journal: Text | None = None
    booktitle: Text | None = None
    publisher: Text | None = None
    institution: Text | None = None
    howpublished: Text | None = None
    volume: Text | None = None
    number: Text | None = None
    pages: Text | None = None
    edition: Text | None = None
    doi: Annotated[str, Field(pattern=r"^10\.\d{4,9}/\S+$")] | None = None
    url: Annotated[str, Field(pattern=r"^https?://[^\s<>\"]+$")] | None = None

    @property
    def published(self) -> str:
        """The year, or Dutch for "no date"."""
        return self.year or (self.date or "z.d.")[:4]

    @property
    def short(self) -> str:
        """The source as a citation in running text names it: `Kato e.a., 2020`."""
        names = [author.family for author in self.authors]
        if self.more or len(names) > 2:
            return f"{names[0]} e.a., {self.published}"
        return f"{' & '.join(names)}, {self.published}"


# Kept for whoever maintains the file, never shown to readers.
_INTERNAL = {"note", "annote", "abstract", "keywords", "month", "language", "urldate"}

# An address is no LaTeX: `~` and `%` stand for themselves.
_VERBATIM = {"url", "doi"}
_latex = LatexNodes2Text()
# What LaTeX does something with; the decoder is slow and most titles have none of it.
_COMMAND = re.compile(r"[\\{}$~%&#^_]|--|``|''")


def read_bibliography(path: Path, shown_as: str) -> tuple[dict[str, tuple[Reference, int]], list[ContentError]]:
    """Every good entry with its line, and every fault of the others."""
    try:
        text = read_text(path)
    except ContentError as error:
        return {}, [ContentError(shown_as, 1, error.what, error.remedy)]
    library = parse_string(text, append_middleware=[SeparateCoAuthors(), SplitNameParts()])
    entries: dict[str, tuple[Reference, int]] = {}
    faults = [
        ContentError(
            shown_as,
            (block.start_line or 0) + 1,
            "deze vermelding is niet te lezen",
            "kijk naar accolades, komma's en dubbele sleutels",
        )
        for block in library.failed_blocks
    ]
    for entry in library.entries:
        line = (entry.start_line or 0) + 1
        fields = {name.lower(): field.value for name, field in entry.fields_dict.items() if name.lower() not in _INTERNAL}
        authors, more = _names(fields.pop("author", []))
        fields = {name: value if name in _VERBATIM else _unicode(value) for name, value in fields.items()}
        try:
            reference = Reference.model_validate(
                {"key": entry.key, "type": entry.entry_type.lower(), "authors": authors, "more": more, **fields}
            )
            entries[reference.key] = (reference, line)
        except ValidationError as error:
            faults.append(ContentError(shown_as, line, f"{entry.key}: {describe(error.errors()[0])}", "verbeter dit veld"))
    return entries, faults


def _names(parts: list[NameParts] | str) -> tuple[tuple[Name, ...], bool]:
    if isinstance(parts, str):
        return (Name(_unicode(parts)),), False
    names = [Name(_unicode(" ".join([*part.von, *part.last, *part.jr])), _unicode(" ".join(part.first))) for part in parts]
    return tuple(name for name in names if name.family != "others"), any(name.family == "others" for name in names)


def _unicode(latex: str) -> str:
    """Plain text. A bare `%` would start a comment and lose the rest in silence, so it stands for itself."""
    if not _COMMAND.search(latex):
        return latex.strip()
    return str(_latex.latex_to_text(re.sub(r"(?<!\\)%", r"\%", latex))).strip()
