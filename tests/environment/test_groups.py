"""What is asked of one page is asked in one process: opening a page costs more than asking something of it."""

import pytest


@pytest.mark.xdist_group("together")
def test_the_processes_are_told_which_tests_belong_together(request: pytest.FixtureRequest, worker_id: str) -> None:
    # A pytest newer than xdist knows forgets the groups without a word, and every page is then opened in each process.
    if worker_id == "master":
        pytest.skip("één proces: niets te verdelen")
    assert request.node.nodeid.endswith("@together")
