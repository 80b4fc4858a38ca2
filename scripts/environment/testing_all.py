"""`python -m scripts test-all`: all tests, and every page in every state. Takes twice as long."""

import os

from scripts.environment import testing


def main(arguments: list[str]) -> int:
    """Pytest's exit code. Raises SetupProblem."""
    os.environ[testing.EVERYTHING] = "1"
    return testing.main(arguments)
