"""The one error of this package."""


class SetupProblem(Exception):
    """Something outside the project is missing or busy (system package, network, port).

    The message is one Dutch sentence for the person at the keyboard, with the remedy; it ends the program with exit 1.
    """
