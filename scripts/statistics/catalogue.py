"""All indicators of the site: those listed in `docs/bronnen/indicatoren.yml` and those a hand-kept source describes itself."""

from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator, Field, field_validator
from pydantic_core import PydanticCustomError

from scripts.content.yaml_file import read_yaml
from scripts.statistics.model import Indicator
from scripts.statistics.source import HandKept
from scripts.statistics.sources import SOURCES

FILE = Path("bronnen") / "indicatoren.yml"


def read_catalogue(docs: Path) -> dict[str, Indicator]:
    """Every indicator by id, in the order of the files. Raises ContentError with file and line."""
    hand_kept = [source.indicators(docs) for source in SOURCES.values() if isinstance(source, HandKept)]
    return {name: indicator for part in (_listed(docs), *hand_kept) for name, indicator in part.items()}


def indicators_of(source: str, docs: Path) -> dict[str, Indicator]:
    """Those of one source; a fault in the file of another source does not stop it."""
    described = SOURCES[source]
    if isinstance(described, HandKept):
        return described.indicators(docs)
    return {name: one for name, one in _listed(docs).items() if one.source == source}


class _Listed(Indicator):
    """An indicator of `indicatoren.yml`, where only a source that is asked over the network can be named."""

    @field_validator("source")
    @classmethod
    def _known(cls, name: str) -> str:
        known = sorted(one for one, source in SOURCES.items() if not isinstance(source, HandKept))
        if name not in known:
            raise PydanticCustomError("unknown_source", "kennen we niet als bron; kies uit: {known}", {"known": ", ".join(known)})
        return name


def _free(name: str) -> str:
    # `project-…` are the hand-kept figures, `status.json` lies in the same folder.
    if name == "status" or name.startswith("project-"):
        raise PydanticCustomError("taken", "is een naam die al een andere betekenis heeft; kies een andere")
    return name


Id = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$"), AfterValidator(_free)]


def _listed(docs: Path) -> dict[str, Indicator]:
    return dict(read_yaml(docs / FILE, dict[Id, _Listed]))
