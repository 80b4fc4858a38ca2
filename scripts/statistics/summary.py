"""Says in Dutch what an update changed, for the pull request that proposes it. Pure: the JSON of `update --json` in, text out."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from scripts.markdown.figures import area, number, people, with_sign
from scripts.markdown.labels import FLAGS
from scripts.statistics.model import Indicator, Key

MOST_LINES = 100
MOST_REASON = 300
"""Characters of a reason; a source may say anything."""
NO_VALUE, WITHHELD = "geen waarde", "niet getoond"
UNCHANGED_VALUES = "herkomst of datum gewijzigd, waarden niet"
STATES = {"answering": "antwoordt", "failing": "antwoordt niet, laatste goede waarden behouden", "off": "uitgeschakeld"}
SENTENCE = "De waarden hieronder haalde de workflow `update-data` op; `update`, `check`, `build` en `test` draaiden ermee."
TO_DO = """\
## Voor je samenvoegt

1. Kijk of de wijzigingen kunnen kloppen. De grafieken van voor en na staan in [de run]({run}), onder Artifacts: `vergelijking`.
2. GitHub start geen controles voor een voorstel dat een workflow maakt. Sluit het en open het opnieuw, of kies **Update branch**.
3. Klopt een waarde niet? Voeg niet samen, en schrijf een correctie in `docs/bronnen/correcties.yml`.
"""


@dataclass(frozen=True)
class Proposal:
    """What an editor gets to read. `title` is one line; `commit` is in the fixed form of data commits."""

    title: str
    body: str
    commit: str


def proposal(document: Mapping[str, Any], catalogue: Mapping[str, Indicator], run: str) -> Proposal:
    """`document` is what `update --json` printed, `run` the address of the workflow run."""
    sources = document["sources"]
    lines = [line for source in sources for line in _lines(source, catalogue)]
    listed = [f"- {line}" for line in lines[:MOST_LINES]] or ["- geen waarde; alleen de stand van de bronnen"]
    more = [f"- en nog {len(lines) - MOST_LINES}"] if len(lines) > MOST_LINES else []
    states = [_state(source) for source in sources]
    body = [SENTENCE, "", "## Wat veranderde", "", *listed, *more, "", "## Bronnen", "", *states, "", TO_DO.format(run=run)]
    return Proposal(_title(lines), "\n".join(body), _commit(sources))


def changed_indicators(document: Mapping[str, Any]) -> list[str]:
    """The ids of the indicators whose file changed."""
    return [one["indicator"] for source in document["sources"] for one in source["indicators"] if one["state"] == "changed"]


def _lines(source: Mapping[str, Any], catalogue: Mapping[str, Indicator]) -> list[str]:
    """A line per change: `NEET, 15-29 jaar, België: 9,9 → 9,8 % (2025)`; of one indicator the newest period first."""
    found = []
    for one in source["indicators"]:
        indicator = catalogue[one["indicator"]]
        changes = sorted(one["changes"], key=lambda change: str(change["period"]), reverse=True)
        found += [_line(indicator, change) for change in changes]
        if one["state"] == "changed" and not changes:
            found.append(f"{indicator.short}: {UNCHANGED_VALUES}")
    return found


def _line(indicator: Indicator, change: Mapping[str, Any]) -> str:
    key = Key(geo=change["geo"], sex=change["sex"], group=change["group"])
    who = people(indicator, key).removeprefix(indicator.age).removeprefix(", ")
    name = ", ".join(part for part in (indicator.short, who, area(key.geo)) if part)
    return f"{name}: {_value(change['old'], indicator)} → {_value(change['new'], indicator)} ({change['period']})"


def _value(seen: Mapping[str, Any] | None, indicator: Indicator) -> str:
    if seen is None:
        return NO_VALUE
    unit = indicator.unit
    value = WITHHELD if seen["value"] is None else with_sign(number(seen["value"], unit), unit)
    flags = ", ".join(FLAGS[flag].split(":")[0] for flag in seen["flags"])
    return f"{value} ({flags})" if flags else value


def _title(lines: list[str]) -> str:
    if not lines:
        return "Cijfers: de stand van een bron veranderde"
    return f"Cijfers: {lines[0]}" + (f", en nog {len(lines) - 1}" if len(lines) > 1 else "")


def _state(source: Mapping[str, Any]) -> str:
    reason = " ".join(str(source["reason"] or "").replace("`", "'").split())[:MOST_REASON]
    # As code: whatever a source said, GitHub makes no link, picture or mention of it.
    return f"- {source['source']}: {STATES[source['state']]}" + (f": `{reason}`" if reason else "")


def _commit(sources: list[Mapping[str, Any]]) -> str:
    names = [source["source"] for source in sources if any(one["state"] == "changed" for one in source["indicators"])]
    return "Update data: " + (", ".join(names) or "status")
