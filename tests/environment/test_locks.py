import json
import re

import pytest

from scripts.environment.folders import ROOT

LOCKS = ["requirements.txt", "requirements-dev.txt"]
NPM_LOCKS = sorted(path.relative_to(ROOT).as_posix() for path in ROOT.glob("*/*/package-lock.json"))


def packages(name: str) -> dict[str, str]:
    """What a lock says of each package: its version, marker and hashes."""
    text = (ROOT / name).read_text(encoding="utf-8")
    entries = re.split(r"\n(?=[a-z0-9])", "\n".join(line for line in text.splitlines() if not line.lstrip().startswith("#")))
    return dict(entry.strip().split("==", 1) for entry in entries)  # type: ignore[misc]


def asked(name: str) -> dict[str, str]:
    """What a `.in` file asks for: the constraint of each package."""
    lines = (line.split("#")[0].strip() for line in (ROOT / name).read_text(encoding="utf-8").splitlines())
    found = (re.fullmatch(r"([A-Za-z0-9-]+)(.*)", line) for line in lines if line and not line.startswith("-"))
    return {match[1].lower(): match[2] for match in found if match}


@pytest.mark.parametrize("name", LOCKS)
def test_every_package_has_a_version_and_a_hash(name: str) -> None:
    found = packages(name)

    assert len(found) > 50
    for package, entry in found.items():
        assert re.match(r"\d", entry), package
        assert re.search(r"--hash=sha256:[0-9a-f]{64}", entry), package


@pytest.mark.parametrize("name", [*LOCKS, "requirements.in", "requirements-dev.in", *NPM_LOCKS])
def test_no_lock_names_a_host_or_a_folder_of_a_machine(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")

    assert not re.search(
        r"https?:|file:|--index|--extra-index|--find-links|--trusted|\"resolved\"|(?<![\w.])/(opt|home|root|tmp|work)/", text
    )


@pytest.mark.parametrize(("wanted", "lock"), [("requirements.in", LOCKS[0]), ("requirements-dev.in", LOCKS[1])])
def test_the_lock_holds_what_we_ask_for(wanted: str, lock: str) -> None:
    locked = packages(lock)

    for package, constraint in asked(wanted).items():
        assert package in locked
        if constraint.startswith("=="):
            assert locked[package].split()[0] == constraint.removeprefix("==")


def test_the_lock_for_tests_never_moves_a_package_of_the_site() -> None:
    # Without the condition of a package: what the site needs on some machines, the tests may need on all.
    site, tests = (
        {name: text.replace(f" ;{condition(text)}", "").split() for name, text in packages(lock).items()} for lock in LOCKS
    )

    assert site.items() <= tests.items()


def condition(text: str) -> str:
    """On which machines a package of a lock is meant, as the lock says it."""
    return text.partition(" ;")[2].partition(" \\\n")[0]


def test_the_engine_stays_where_material_9_works() -> None:
    assert packages(LOCKS[0])["mkdocs"].startswith("1.")


@pytest.mark.parametrize("lock", NPM_LOCKS)
def test_every_npm_tool_is_pinned_exactly(lock: str) -> None:
    wanted = json.loads((ROOT / lock).with_name("package.json").read_text(encoding="utf-8"))["dependencies"]
    locked = json.loads((ROOT / lock).read_text(encoding="utf-8"))["packages"]

    for name, version in wanted.items():
        assert locked[f"node_modules/{name}"]["version"] == version
        assert locked[f"node_modules/{name}"]["integrity"].startswith("sha512-")
