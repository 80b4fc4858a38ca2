"""Goes on as another program."""

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence


def become(command: Sequence[str], environment: Mapping[str, str]) -> int:
    """Replaces this process by `command`, so that signals and the exit code are its own.

    Returns only on Windows, where replacing loses the console: the exit code of a child then. Ctrl-C reaches the child
    as well, so we wait for it to end by itself.
    """
    sys.stdout.flush()
    sys.stderr.flush()
    if sys.platform != "win32":
        os.execve(command[0], list(command), dict(environment))  # noqa: S606 - no shell is what we want
    with subprocess.Popen(list(command), env=dict(environment)) as child:
        while True:
            try:
                return child.wait()
            except KeyboardInterrupt:
                continue
