"""`docs/bronnen/doorverwijzen.yml`: who does what for which age, and where there is nobody."""

from typing import Annotated, Literal

from pydantic import Field

from scripts.content.frozen import Frozen, Text

Age = Annotated[int, Field(ge=0, le=120)]
Known = Literal["ja", "nee", "soms", "niet geweten"]


class Service(Frozen):
    """One service. `oldest` is the last year of age it is for; None: no upper limit that we know of."""

    name: Text
    what: Text
    youngest: Age
    oldest: Age | None = None
    needs: Annotated[list[Text], Field(min_length=1)]
    typing: Known
    home: Known
    how: Text
    sources: list[Text] = []
    doubt: Text | None = None


class Gap(Frozen):
    """A place where no service stands: at an age, or at an hour."""

    title: Text
    # The years of age it concerns; both None: every age.
    youngest: Age | None = None
    oldest: Age | None = None
    what: Text
    sources: list[Text] = []


class ReferralMap(Frozen):
    """`needs`: what a reader can choose, id → words."""

    needs: dict[str, Text] = {}
    services: list[Service] = []
    gaps: list[Gap] = []
