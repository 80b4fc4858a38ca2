import socket

import pytest

from scripts.build.port import HOST, chosen_port
from scripts.environment.problem import SetupProblem


def test_a_taken_port_says_how_to_choose_another() -> None:
    with socket.create_server((HOST, 0)) as taken:
        port = taken.getsockname()[1]

        with pytest.raises(SetupProblem, match=f"Poort {port} is al in gebruik") as problem:
            chosen_port({"PORT": str(port)})
    assert "PORT=" in str(problem.value)
    assert "\n" not in str(problem.value)


def test_a_free_port_is_taken_as_asked() -> None:
    with socket.create_server((HOST, 0)) as probe:
        port = probe.getsockname()[1]

    assert chosen_port({"PORT": str(port)}) == port


def test_zero_asks_for_any_free_port() -> None:
    assert chosen_port({"PORT": "0"}) > 0


@pytest.mark.parametrize("text", ["abc", "-1", "65536", "80.5", "²"])
def test_something_else_than_a_port_is_refused(text: str) -> None:
    with pytest.raises(SetupProblem, match="is geen poort"):
        chosen_port({"PORT": text})
