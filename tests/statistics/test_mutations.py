"""Whatever happens to a recorded answer on its way, what we take from it is what was in it, or nothing.

A mutation changes one place of the document, or one byte of its text. Nobody can see that a 9.8 was a 9.7, or that two codes
changed places: what these tests prove is that nothing else changes, that a changed number changes only itself and within
the largest jump allowed, and that no mutation gives a crash. `MUTATIONS` is how many are tried (10,000 as it stands).
"""

import copy
import json
import os
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from scripts.errors import SourceChanged, SourceUnavailable
from scripts.statistics.check import check
from scripts.statistics.client import Answer
from scripts.statistics.merge import Place, merge, rows
from scripts.statistics.model import Indicator, Observation, Series
from scripts.statistics.source import Question, Remote
from scripts.statistics.sources import discord, eurostat, gent

FIXTURES = Path(__file__).parents[1] / "fixtures"
pytestmark = pytest.mark.first
MUTATIONS = int(os.environ.get("MUTATIONS", "10000"))
TODAY = date(2026, 11, 22)
LARGEST_JUMP = 6.0


def tries(share: float) -> settings:
    """This share of all mutations, always the same ones: a test that fails today fails tomorrow."""
    return settings(
        max_examples=int(MUTATIONS * share),
        derandomize=True,
        database=None,
        deadline=None,
        phases=[Phase.explicit, Phase.generate, Phase.shrink],
        suppress_health_check=list(HealthCheck),
    )


def figure(source: str, **other: object) -> Indicator:
    base = {
        "title": "t",
        "short": "s",
        "definition": "d",
        "unit": "PC",
        "unit_label": "u",
        "age": "",
        "source": source,
        "page": "p",
        "minimum": 0,
        "maximum": 1_000_000,
        "largest_jump": LARGEST_JUMP,
        "late_after_days": 1,
        "hide_after_days": 1,
        "late_reason": "l",
    }
    return Indicator.model_validate(base | other)


class Case:
    """One recorded answer, the question it answers, and what is in it."""

    def __init__(self, source: Remote, indicator: Indicator, document: Any) -> None:
        self.source = source
        self.question = Question("x", indicator, Path(), TODAY)
        self.text = json.dumps(document).encode()
        self.places = [place for place in _places(document) if place]
        self.good = self.source.parse(Answer("u", self.text), self.question, [self.question])
        self.before = _seen(self.good)

    def taken(self, body: bytes) -> dict[Place, Observation] | None:
        """What would be stored after this answer; None when it is refused."""
        try:
            series = self.source.parse(Answer("u", body), self.question, [self.question])
            check(self.question.indicator, series, merge("x", None, self.good), TODAY)
        except (SourceChanged, SourceUnavailable):
            return None
        return _seen(merge("x", merge("x", None, self.good), series).series)


def _seen(series: list[Series]) -> dict[Place, Observation]:
    return {row.place: row.seen for row in rows(series)}


def _places(node: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    children = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else []
    return [path, *(place for key, child in children for place in _places(child, (*path, key)))]


def recorded(name: str) -> Any:
    return json.loads((FIXTURES / name).read_text(encoding="utf-8"))


def neet() -> Case:
    """A slice of the recorded answer, as the recorded one is itself a slice: two areas, one age, ten years."""
    document = recorded("eurostat/tesem150-be-eu27-de-fr-nl-uk.json")
    kept = {"sex": ["T", "F"], "age": ["Y15-29"], "geo": ["EU27_2020", "BE"], "time": [str(year) for year in range(2016, 2026)]}
    indicator = figure(
        "eurostat",
        dataset="tesem150",
        geo=["BE", "EU27_2020"],
        sex=["T", "F"],
        query={"age": "Y15-29", "training": "NO_FE_NO_NFE", "wstatus": "NEMP"},
    )
    return Case(eurostat.SOURCE, indicator, _slice(document, kept))


def _slice(document: Any, kept: dict[str, list[str]]) -> Any:
    codes = {name: _in_order(document, name) for name in document["id"]}
    smaller = {name: [code for code in codes[name] if code in kept.get(name, codes[name])] for name in codes}
    made = copy.deepcopy(document) | {"size": [len(smaller[name]) for name in smaller], "value": {}, "status": {}}
    for name in smaller:
        made["dimension"][name]["category"] = {
            "index": {code: place for place, code in enumerate(smaller[name])},
            "label": {code: code for code in smaller[name]},
        }
    for cell in range(_product(smaller)):
        position = _position(_coordinates(cell, smaller), codes)
        for part in ("value", "status"):
            if str(position) in document[part]:
                made[part][str(cell)] = document[part][str(position)]
    return made


def _in_order(document: Any, name: str) -> list[str]:
    index = document["dimension"][name]["category"]["index"]
    return sorted(index, key=index.__getitem__)


def _product(codes: dict[str, list[str]]) -> int:
    size = 1
    for every in codes.values():
        size *= len(every)
    return size


def _coordinates(cell: int, codes: dict[str, list[str]]) -> dict[str, str]:
    found = {}
    for name in reversed(codes):
        cell, place = divmod(cell, len(codes[name]))
        found[name] = codes[name][place]
    return found


def _position(place: dict[str, str], codes: dict[str, list[str]]) -> int:
    position = 0
    for name in codes:
        position = position * len(codes[name]) + codes[name].index(place[name])
    return position


def unemployment(name: str) -> Case:
    indicator = figure(
        "eurostat",
        dataset="une_rt_m",
        geo=["DE"],
        query={"freq": "M", "s_adj": "SA", "age": "TOTAL", "unit": "PC_ACT"},
    )
    return Case(eurostat.SOURCE, indicator, recorded(f"eurostat/{name}"))


def members() -> Case:
    indicator = figure("discord", dataset="aantal leden", geo=["discord"], sex=[], unit="NR", largest_jump=1_000_000)
    return Case(discord.SOURCE, indicator, recorded("discord/invite-200.json"))


def counted() -> Case:
    """The recorded row, with the year that our queries ask for beside it."""
    document = recorded("opendatasoft/records-aggregate-ungrouped.json")
    document["results"] = [
        {"period": str(year), "value": row["total"] + year} for row in document["results"] for year in (2024, 2025)
    ]
    return Case(gent.SOURCE, figure("gent", dataset="x", geo=["BE234"], sex=[], unit="NR", largest_jump=20_000), document)


NEET = neet()
CASES = {
    "late": unemployment("une_rt_m-de-last3-trailing-period-empty.json"),
    "monthly": unemployment("une_rt_m-partly-unknown-filter-dropped.json"),
    "rows": counted(),
}
MEMBERS = members()
ANYTHING = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.text(max_size=8),
    st.sampled_from([[], {}, [0, 1], {"0": 1}, "", "BE", "2025", "T", "b", "|C", 1e308, -1, "9.8", "2.0", "dataset"]),
)


def mutated(case: Case, place: tuple[Any, ...], how: str, value: Any) -> bytes:
    """The document with one place replaced, removed, renamed, doubled or moved."""
    document = json.loads(case.text)
    target: Any = document
    for step in place[:-1]:
        target = target[step]
    last = place[-1]
    if how == "remove":
        del target[last]
    elif how == "replace":
        target[last] = value
    elif isinstance(target, list):
        target.insert(0, target[last]) if how == "double" else target.append(target.pop(last))
    elif how == "double":
        target[f"{last}0"] = target[last]
    else:
        target[str(value)] = target.pop(last)
    return json.dumps(document).encode()


HOW = st.sampled_from(["replace", "replace", "remove", "double", "move"])


def unharmed(case: Case, body: bytes, place: tuple[Any, ...] | None) -> None:
    """Nothing is taken, or the same; of a mutated number (at `place`) at most that one differs, and plausibly."""
    after = case.taken(body)
    if after is None:
        return
    assert after.keys() == case.before.keys()
    pairs = [(old, after[one]) for one, old in case.before.items()]
    differing = [(old.value, new.value) for old, new in pairs if old.value != new.value]
    assert len(differing) <= 1
    assert not differing or place is None or place[0] in ("value", "results")
    assert all(new is None or abs(old - new) <= case.question.indicator.largest_jump for old, new in differing)
    assert sum("b" in old.flags and "b" not in new.flags for old, new in pairs) <= 1


@tries(0.55)
@given(data=st.data(), how=HOW, value=ANYTHING)
def test_one_changed_place_in_the_recorded_neet_answer_changes_nothing_else(data: st.DataObject, how: str, value: Any) -> None:
    place = data.draw(st.sampled_from(NEET.places))
    unharmed(NEET, mutated(NEET, place, how, value), place)


@tries(0.15)
@given(data=st.data(), name=st.sampled_from(sorted(CASES)), how=HOW, value=ANYTHING)
def test_one_changed_place_in_another_recorded_answer_changes_nothing_else(
    data: st.DataObject, name: str, how: str, value: Any
) -> None:
    place = data.draw(st.sampled_from(CASES[name].places))
    unharmed(CASES[name], mutated(CASES[name], place, how, value), place)


def _edit(text: bytes, at: int, how: str, byte: int) -> bytes:
    at %= len(text)
    return {
        "cut": text[:at],
        "replace": text[:at] + bytes([byte]) + text[at + 1 :],
        "remove": text[:at] + text[at + 1 :],
        "insert": text[:at] + bytes([byte]) + text[at:],
        "flip": text[:at] + bytes([text[at] ^ (1 << byte % 8)]) + text[at + 1 :],
    }[how]


EDITS = {
    "at": st.integers(0, 10**6),
    "how": st.sampled_from(["cut", "replace", "remove", "insert", "flip"]),
    "byte": st.integers(0, 255),
}


@tries(0.15)
@given(name=st.sampled_from(["neet", *sorted(CASES)]), **EDITS)
def test_one_changed_byte_changes_nothing_else(name: str, at: int, how: str, byte: int) -> None:
    case = NEET if name == "neet" else CASES[name]
    unharmed(case, _edit(case.text, at, how, byte), None)


@tries(0.09)
@given(data=st.data(), how=HOW, value=ANYTHING)
def test_the_count_of_discord_comes_from_its_one_place_only(data: st.DataObject, how: str, value: Any) -> None:
    place = data.draw(st.sampled_from(MEMBERS.places))
    after = MEMBERS.taken(mutated(MEMBERS, place, how, value))
    if after is not None and place != ("approximate_member_count",) and str(value) != "approximate_member_count":
        assert after == MEMBERS.before


NESTED = st.recursive(
    ANYTHING, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3), max_leaves=4
)
COMPLAINTS = st.one_of(
    NESTED,
    st.fixed_dictionaries({"error": NESTED}),
    st.fixed_dictionaries({"warning": st.lists(st.fixed_dictionaries({"label": NESTED}))}),
)


@tries(0.02)
@given(body=st.binary(max_size=100) | COMPLAINTS.map(lambda said: json.dumps(said).encode()))
@pytest.mark.parametrize("judge", [eurostat.judge, discord.judge, gent.judge], ids=["eurostat", "discord", "gent"])
def test_no_body_breaks_what_looks_for_complaints(judge: Callable[[int, bytes], None], body: bytes) -> None:
    for status in (200, 400, 404):
        try:
            judge(status, body)
        except (SourceChanged, SourceUnavailable):
            continue
