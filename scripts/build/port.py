"""Which port of this machine a preview listens on."""

import os
import socket
from collections.abc import Mapping

from scripts.environment.problem import SetupProblem

HOST = "127.0.0.1"
DEFAULT = 8000


def chosen_port(variables: Mapping[str, str] = os.environ) -> int:
    """The free port named by PORT, 8000 without it, any free one for 0. Raises SetupProblem."""
    text = variables.get("PORT") or str(DEFAULT)
    if not (text.isascii() and text.isdigit() and int(text) < 65536):
        raise SetupProblem(f"PORT={text} is geen poort: kies een getal tussen 1024 en 65535, bijvoorbeeld PORT=8001.")
    return _free(int(text))


def _free(port: int) -> int:
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        if os.name == "posix":  # a port that was just closed is free; on Windows this option means something else
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError as error:
            raise SetupProblem(
                f"Poort {port} is al in gebruik of mag niet: kies een andere met 'PORT={_next(port)} make serve' (of preview), "
                f"in PowerShell met '$env:PORT={_next(port)}'."
            ) from error
        return int(probe.getsockname()[1])


def _next(port: int) -> int:
    return port + 1 if 1024 <= port < 65535 else DEFAULT + 1
