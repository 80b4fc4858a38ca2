import os
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from scripts.environment.folders import ROOT
from scripts.export.pango import PACKAGES

WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
UPDATE: dict[str, Any] = yaml.safe_load((ROOT / ".github/workflows/update-data.yml").read_text(encoding="utf-8"))
LINKS: dict[str, Any] = yaml.safe_load((ROOT / ".github/workflows/links.yml").read_text(encoding="utf-8"))
CI: dict[str, Any] = yaml.safe_load((ROOT / ".github/workflows/ci.yml").read_text(encoding="utf-8"))
USES = re.compile(r"uses: (\S+)@(\S+)(.*)")


def load(path: Path) -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return loaded


def steps(workflow: dict[str, Any]) -> list[dict[str, Any]]:
    return [step for job in workflow["jobs"].values() for step in job["steps"]]


def script_of(job: str) -> str:
    """What the steps of a job run, one after the other."""
    return "\n".join(step["run"] for step in UPDATE["jobs"][job]["steps"] if "run" in step)


def run_step(folder: Path, step_id: str, **programs: str) -> tuple[int, list[str]]:
    """Runs one step of `update-data`, `links` or `ci` as GitHub does, with stand-ins for programs; its exit code and its outputs."""
    for name, script in programs.items():
        program = folder / name
        program.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        program.chmod(0o755)
    (folder / "outputs").touch()
    [step] = [step for workflow in (UPDATE, LINKS, CI) for step in steps(workflow) if step.get("id") == step_id]
    environment = {
        "PATH": f"{folder}:{os.environ['PATH']}",
        "RUNNER_TEMP": str(folder),
        "GITHUB_OUTPUT": str(folder / "outputs"),
        "GITHUB_STEP_SUMMARY": str(folder / "summary"),
        "GITHUB_SERVER_URL": "https://github.example",
        "GITHUB_RUN_ID": "5",
        "GITHUB_REPOSITORY": "o/r",
        "GITHUB_REPOSITORY_OWNER": "o",
        "BRANCH": "update-data",
        "TITLE": LINKS["jobs"]["tell"]["env"]["TITLE"],
        "BROKEN": (folder / "broken").read_text(encoding="utf-8") if (folder / "broken").exists() else "",
        "CALLS": str(folder / "calls"),
    }
    command = ["bash", "--noprofile", "--norc", "-e", "-o", "pipefail", "-c", step["run"]]
    done = subprocess.run(command, cwd=folder, env=environment, check=False)
    return done.returncode, (folder / "outputs").read_text(encoding="utf-8").splitlines()


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
        writing = (path.name, name) == ("update-data.yml", "propose")
        assert job["permissions"].get("contents", "read") == ("write" if writing else "read"), name
        assert job["timeout-minutes"] <= 60, name


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_no_checkout_leaves_its_token_behind(path: Path) -> None:
    checkouts = [step for step in steps(load(path)) if step.get("uses", "").startswith("actions/checkout@")]

    assert checkouts
    assert all(step["with"]["persist-credentials"] is False for step in checkouts)


def test_ci_runs_the_checks_the_tests_and_both_engines_and_sometimes_all() -> None:
    commands = {step["run"] for step in steps(CI) if "run" in step}

    assert {command for command in commands if command.startswith("make ")} == {
        *("make check", "make test", "make test-all", "make build", "make build-zensical", "make build-offline", "make pack"),
    }


@pytest.mark.parametrize("change", ["same", "other byte", "more", "less"])
def test_ci_tells_what_another_machine_made_differently(tmp_path: Path, change: str) -> None:
    for name in ("een", "twee drie"):
        (tmp_path / "site" / name).mkdir(parents=True)
        (tmp_path / "site" / name / "index.html").write_text(name, encoding="utf-8")
    changed = tmp_path / "site" / "twee drie" / "index.html"
    listed = run_step(tmp_path, "list")[0]
    if change == "less":
        changed.unlink()
    elif change != "same":
        (changed if change == "other byte" else changed.with_suffix(".txt")).write_text("anders", encoding="utf-8")

    assert (listed, run_step(tmp_path, "compare")[0]) == (0, 0 if change == "same" else 1)


@pytest.mark.parametrize(
    ("name", "job"), [("ci.yml", "build"), ("ci.yml", "test"), ("deploy.yml", "build"), ("update-data.yml", "update")]
)
def test_a_job_that_makes_pdfs_has_what_they_need(name: str, job: str) -> None:
    runs = [step.get("run", "") for step in load(ROOT / ".github/workflows" / name)["jobs"][job]["steps"]]
    installing = next(place for place, run in enumerate(runs) if "apt-get install" in run)
    making = next(place for place, run in enumerate(runs) if re.search(r"make (pack|test)\b", run))

    assert set(PACKAGES) <= set(runs[installing].split())
    assert installing < making


@pytest.mark.parametrize("name", ["ci.yml", "deploy.yml"])
def test_the_files_to_take_along_are_packed_from_the_whole_history_before_the_site_is_handed_over(name: str) -> None:
    found = load(ROOT / ".github/workflows" / name)["jobs"]["build"]["steps"]
    packing = next(place for place, step in enumerate(found) if "make pack" in step.get("run", ""))
    handing = next(place for place, step in enumerate(found) if "upload" in step.get("uses", ""))

    assert found[0]["with"]["fetch-depth"] == 0
    assert packing < handing
    assert "".join(step.get("run", "") for step in found).index("make build") < "".join(
        step.get("run", "") for step in found
    ).index("make pack")


def test_every_locked_package_is_looked_up_for_known_holes_each_month_and_when_a_lock_changes() -> None:
    workflow = load(ROOT / ".github/workflows/audit.yml")
    runs = [step["run"] for step in steps(workflow) if "run" in step]

    assert workflow[True]["schedule"][0]["cron"].split()[3:] == ["*", "*"]
    assert {"requirements*.txt", "tests/tools/package-lock.json"} <= set(workflow[True]["pull_request"]["paths"])
    assert any("pip_audit --requirement requirements-dev.txt --require-hashes" in run for run in runs)
    assert any(re.search(r"pip-audit==\d", run) for run in runs)
    assert "npm audit --package-lock-only" in runs


def test_only_the_publishing_job_may_publish() -> None:
    jobs = load(ROOT / ".github/workflows/deploy.yml")["jobs"]

    assert jobs["build"]["permissions"] == {"contents": "read"}
    assert jobs["publish"]["permissions"] == {"pages": "write", "id-token": "write"}


@pytest.mark.parametrize("name", ["deploy.yml", "update-data.yml", "links.yml"])
def test_a_weekly_run_is_not_on_the_hour_and_can_be_started_by_hand(name: str) -> None:
    on = load(ROOT / ".github/workflows" / name)[True]  # YAML 1.1 reads the key `on` as true
    minute, _, day, month, weekday = on["schedule"][0]["cron"].split()

    assert int(minute) % 15
    assert (day, month) == ("*", "*")
    assert weekday.isdigit()
    assert "workflow_dispatch" in on


def test_the_job_that_may_write_runs_no_code_of_ours() -> None:
    job = UPDATE["jobs"]["propose"]

    assert job["permissions"] == {"actions": "read", "contents": "write", "pull-requests": "write"}
    assert [step["uses"].split("@")[0] for step in job["steps"] if "uses" in step] == ["actions/checkout"]
    assert not re.search(r"\bmake\b|python|\bpip\b|scripts", script_of("propose"))
    assert "github.ref == 'refs/heads/main'" in job["if"]


def test_new_figures_reach_a_pull_request_and_never_main() -> None:
    script = script_of("propose")

    assert re.findall(r"push (.*)", script) == ['--force origin "HEAD:refs/heads/$BRANCH"']
    assert UPDATE["jobs"]["propose"]["env"]["BRANCH"] == "update-data"
    assert re.findall(r"^git add (.*)", script, re.MULTILINE) == ["docs/data docs/cijfers"]
    assert re.findall(r"^cp \S+ (\S+)", script, re.MULTILINE) == ["docs/data/", "docs/cijfers/"]


def test_new_figures_are_judged_before_they_are_proposed() -> None:
    order = [step.get("id") or step.get("run", "") for step in UPDATE["jobs"]["update"]["steps"]]
    judged = next(place for place, run in enumerate(order) if run.split() == ["make", "check", "make", "build", "make", "test"])

    assert order.index("update") < judged < order.index("proposal")
    assert "ready" in script_of("update").split("make test")[1]


def test_the_discord_invite_is_known_to_the_step_that_asks_and_to_no_other() -> None:
    holding = [step for step in steps(UPDATE) if "DISCORD_INVITE" in str(step)]

    assert [step["id"] for step in holding] == ["update"]
    assert sum(path.read_text(encoding="utf-8").count("secrets.") for path in WORKFLOWS) == 1


@pytest.mark.parametrize(("code", "ends"), [(0, 0), (1, 0), (2, 2)])
@pytest.mark.parametrize("status", ["", " M docs/data/neet.json"])
def test_a_failed_source_does_not_stop_the_others(tmp_path: Path, code: int, ends: int, status: str) -> None:
    done, output = run_step(tmp_path, "update", python3=f"exit {code}", git=f"echo '{status}'" if status else "true")

    assert done == ends
    assert output == ([] if ends else [f"code={code}", f"changed={'true' if status else 'false'}"])


def test_a_failed_source_ends_the_run_red_after_the_proposal() -> None:
    last = UPDATE["jobs"]["update"]["steps"][-1]

    assert last["if"] == "${{ !cancelled() && steps.update.outputs.code == '1' }}"
    assert last["run"].strip().endswith("exit 1")
    assert UPDATE["jobs"]["propose"]["if"].startswith("${{ !cancelled() && needs.update.outputs.ready == 'true'")


@pytest.mark.parametrize(("open_pull", "method"), [("7", "PATCH repos/o/r/pulls/7"), ("", "POST repos/o/r/pulls ")])
def test_one_pull_request_is_opened_and_then_renewed(tmp_path: Path, open_pull: str, method: str) -> None:
    gh = f'echo "$*" >> "$CALLS"; case "$*" in *state=open*) echo "{open_pull}";; esac'
    done, _ = run_step(tmp_path, "pull", gh=gh, git='echo "git $*" >> "$CALLS"')
    calls = (tmp_path / "calls").read_text(encoding="utf-8").splitlines()

    assert done == 0
    assert [call for call in calls if method in call and "title=@" in call and "body=@" in call]
    assert sum("--method" in call for call in calls) == 1
    assert [call for call in calls if "head=o:update-data" in call]


def test_the_job_that_keeps_the_issue_about_links_runs_no_code_of_ours_and_writes_nothing_else() -> None:
    job = LINKS["jobs"]["tell"]

    assert job["permissions"] == {"actions": "read", "issues": "write"}
    assert LINKS["jobs"]["ask"]["permissions"] == {"contents": "read"}
    assert [step for step in job["steps"] if "uses" in step] == []
    assert "github.ref == 'refs/heads/main'" in job["if"]


@pytest.mark.parametrize(("code", "ends", "broken"), [(0, 0, ["broken=false"]), (2, 0, ["broken=true"]), (1, 1, []), (3, 3, [])])
def test_broken_links_are_an_outcome_and_a_broken_checker_is_a_failure(
    tmp_path: Path, code: int, ends: int, broken: list[str]
) -> None:
    done, output = run_step(tmp_path, "ask", python3=f'echo "* [404] x" > "$5"; exit {code}')

    assert (done, output) == (ends, broken)


@pytest.mark.parametrize(
    ("broken", "number", "written"),
    [
        ("true", "", "POST repos/o/r/issues -f title=Links die niet meer antwoorden"),
        ("true", "7", "PATCH repos/o/r/issues/7 -f state=open"),
        ("false", "7", "PATCH repos/o/r/issues/7 -f state=closed"),
        ("false", "", ""),
    ],
)
def test_one_issue_about_links_is_opened_renewed_and_closed(tmp_path: Path, broken: str, number: str, written: str) -> None:
    (tmp_path / "broken").write_text(broken, encoding="utf-8")
    (tmp_path / "links").mkdir()
    (tmp_path / "links/links.md").write_text("* [404] https://weg.example\n", encoding="utf-8")
    done, _ = run_step(tmp_path, "tell", gh=f'echo "$*" >> "$CALLS"; case "$*" in *state=all*) echo "{number}";; esac')
    calls = (tmp_path / "calls").read_text(encoding="utf-8").splitlines()

    assert done == 0
    assert [call.removeprefix("api --method ").startswith(written or "-") for call in calls if "--method" in call] == (
        [True] if written else []
    )
    body = (tmp_path / "body.md").read_text(encoding="utf-8")
    assert "https://github.example/o/r/actions/runs/5" in body
    assert "https://weg.example" in body


def test_updates_come_monthly_grouped_and_after_a_week() -> None:
    updates = load(ROOT / ".github" / "dependabot.yml")["updates"]

    assert {update["package-ecosystem"] for update in updates} == {"uv", "npm", "github-actions"}
    for update in updates:
        assert update["schedule"]["interval"] == "monthly"
        assert update["cooldown"]["default-days"] == 7
        assert update["groups"]
