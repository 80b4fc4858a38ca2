"""Every figure of the site asks its source only for what is known to exist, and has the words a page needs."""

import csv
from pathlib import Path

import pytest

from scripts.markdown.labels import AREAS
from scripts.statistics.catalogue import indicators_of, read_catalogue
from scripts.statistics.sources.eurostat import asked

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
EUROSTAT = indicators_of("eurostat", DOCS)


def recorded() -> dict[str, dict[str, set[str]]]:
    """Which codes really occur, by dataset and dimension."""
    found: dict[str, dict[str, set[str]]] = {}
    with (ROOT / "tests" / "fixtures" / "eurostat" / "content-constraints.csv").open(newline="", encoding="utf-8") as file:
        for line in csv.DictReader(file):
            found.setdefault(line["dataset"], {})[line["dimension"]] = set(line["codes"].split())
    return found


@pytest.mark.parametrize("name", EUROSTAT)
def test_a_query_names_every_dimension_and_only_codes_that_exist(name: str) -> None:
    indicator = EUROSTAT[name]
    known = recorded().get(indicator.dataset.lower())
    if known is None:
        pytest.skip(f"no recorded codes of {indicator.dataset}: its first update is the test")
    wanted = asked(indicator)
    assert known.keys() - {"time"} == wanted.keys()
    assert {
        dimension: set(codes) - known[dimension] for dimension, codes in wanted.items() if set(codes) - known[dimension]
    } == {}
    assert indicator.since is None or indicator.since <= max(known["time"])


@pytest.mark.parametrize("name", read_catalogue(DOCS))
def test_every_area_has_a_dutch_name(name: str) -> None:
    assert {key.geo for key in read_catalogue(DOCS)[name].series} <= AREAS.keys()


def test_the_tables_that_were_asked_for_are_there() -> None:
    assert {indicator.dataset for indicator in EUROSTAT.values()} >= {
        "edat_lfse_22",
        "edat_lfse_20",
        "edat_lfse_21",
        "edat_lfse_16",
        "yth_empl_110",
        "yth_empl_140",
        "hlth_ehis_mh1e",
        "hlth_ehis_ss1e",
        "ilc_scp11",
        "ilc_pw10",
        "ilc_pw01",
        "isoc_ci_ifp_fu",
        "demo_r_pjangrp3",
    }


@pytest.mark.parametrize("name", ["depressieve-klachten-15-24", "sociale-steun-15-24"])
def test_the_years_of_a_rare_survey_stand_in_the_title(name: str) -> None:
    assert "2014" in EUROSTAT[name].title
    assert "2019" in EUROSTAT[name].title


def test_the_population_of_the_district_of_ghent_is_split_by_age() -> None:
    indicator = EUROSTAT["bevolking-15-34"]
    assert {(key.geo, key.group) for key in indicator.series} >= {
        ("BE234", group) for group in ("Y15-19", "Y20-24", "Y25-29", "Y30-34")
    }


def test_the_number_of_members_on_discord_is_a_figure_of_its_own() -> None:
    catalogue = read_catalogue(DOCS)
    assert catalogue["discord-leden"].source == "discord"
    assert catalogue["project-discord"].source == "project"
    assert {key.geo for key in catalogue["discord-leden"].series}.isdisjoint(
        {key.geo for key in catalogue["project-discord"].series}
    )


def test_no_invite_is_committed() -> None:
    texts = "".join(path.read_text(encoding="utf-8") for path in sorted((DOCS / "bronnen").iterdir()))
    assert "discord.gg" not in texts
    assert "discord.com/invite" not in texts
