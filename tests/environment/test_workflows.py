import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from scripts.environment.folders import ROOT

WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
USES = re.compile(r"uses: (\S+)@(\S+)(.*)")


def load(path: Path) -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return loaded


def steps(workflow: dict[str, Any]) -> list[dict[str, Any]]:
    return [step for job in workflow["jobs"].values() for step in job["steps"]]


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_every_action_is_a_full_commit_with_its_version(path: Path) -> None:
    found = USES.findall(path.read_text(encoding="utf-8"))

    assert len(found) == sum("uses" in step for step in steps(load(path))) > 0
    for action, commit, comment in found:
        assert re.fullmatch(r"[0-9a-f]{40}", commit), action
        assert re.fullmatch(r" # v\d+\.\d+\.\d+", comment), action


def test_an_action_is_the_same_commit_everywhere() -> None:
    found = {pin[:2] for path in WORKFLOWS for pin in USES.findall(path.read_text(encoding="utf-8"))}

    assert len({action for action, _ in found}) == len(found)


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_nothing_is_permitted_but_what_a_job_asks(path: Path) -> None:
    workflow = load(path)

    assert workflow["permissions"] == {}
    assert "concurrency" in workflow
    for name, job in workflow["jobs"].items():
        assert job["permissions"], name
        assert "contents" not in job["permissions"] or job["permissions"]["contents"] == "read", name
        assert job["timeout-minutes"] <= 60, name


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_no_checkout_leaves_its_token_behind(path: Path) -> None:
    checkouts = [step for step in steps(load(path)) if step.get("uses", "").startswith("actions/checkout@")]

    assert checkouts
    assert all(step["with"]["persist-credentials"] is False for step in checkouts)


def test_ci_runs_the_checks_the_tests_and_both_engines() -> None:
    commands = {step["run"] for step in steps(load(ROOT / ".github/workflows/ci.yml")) if "run" in step}

    assert commands == {"make check", "make test", "make build", "make build-zensical"}


def test_only_the_publishing_job_may_publish() -> None:
    jobs = load(ROOT / ".github/workflows/deploy.yml")["jobs"]

    assert jobs["build"]["permissions"] == {"contents": "read"}
    assert jobs["publish"]["permissions"] == {"pages": "write", "id-token": "write"}


def test_the_weekly_deploy_is_not_on_the_hour() -> None:
    on = load(ROOT / ".github/workflows/deploy.yml")[True]  # YAML 1.1 reads the key `on` as true

    assert int(on["schedule"][0]["cron"].split()[0]) % 15


def test_updates_come_monthly_grouped_and_after_a_week() -> None:
    updates = load(ROOT / ".github" / "dependabot.yml")["updates"]

    assert {update["package-ecosystem"] for update in updates} == {"uv", "npm", "github-actions"}
    for update in updates:
        assert update["schedule"]["interval"] == "monthly"
        assert update["cooldown"]["default-days"] == 7
        assert update["groups"]
