"""One commit gives one site, whoever builds it, wherever and whenever."""

from pathlib import Path

import pytest

from tests.site.building import build, copy_project


@pytest.fixture(scope="module")
def twin(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Built again from another folder, on the other side of the world, with other hashes in memory and other dates on the files."""
    other = copy_project(tmp_path_factory.mktemp("another") / "folder" / "project", project)
    return build(other, TZ="Pacific/Auckland", PYTHONHASHSEED="7")


def test_two_builds_of_one_commit_have_the_same_bytes(site: Path, twin: Path) -> None:
    ours, theirs = contents(site), contents(twin)
    assert sorted(ours) == sorted(theirs)
    assert [path for path in ours if ours[path] != theirs[path]] == []


def test_no_file_of_the_site_names_the_folder_it_was_built_in(site: Path, project: Path) -> None:
    assert [path for path, content in contents(site).items() if str(project).encode() in content] == []


def contents(site: Path) -> dict[str, bytes]:
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in sorted(site.rglob("*")) if path.is_file()}
