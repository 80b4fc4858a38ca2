"""Finds a Chromium for the browser tests, or installs Debian's when that is allowed."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from scripts.environment.problem import SetupProblem

# First: Debian's Chromium without a window, which asks a third of the processor of the one with.
_NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "msedge")
_PLACES = {
    "darwin": [
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
    ],
    "win32": [
        r"C:\Program Files\Google\Chrome\Application\chrome.exe",
        r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
    ],
}
PACKAGE = "chromium-headless-shell"
_ADVICE = "installeer Chromium ('sudo apt install chromium') of Google Chrome, of zet het pad in de variabele CHROMIUM."


def chromium() -> str:
    """The path of a Chromium. Raises SetupProblem when there is none and none can be installed."""
    found = find()
    if found is None and _may_install():
        _install()
        found = find()
    if found is None:
        raise SetupProblem(f"De tests hebben een browser nodig en die is er niet: {_ADVICE}")
    return found


def find() -> str | None:
    """The browser named by CHROMIUM, else the first one on this machine."""
    chosen = os.environ.get("CHROMIUM")
    if chosen:
        path = shutil.which(chosen)
        if path is None:
            raise SetupProblem(f"De variabele CHROMIUM wijst naar '{chosen}', maar daar staat geen programma: {_ADVICE}")
        return path
    on_path = [path for name in _NAMES if (path := shutil.which(name))]
    in_place = [place for place in _PLACES.get(sys.platform, []) if Path(place).is_file()]
    return next(iter([*on_path, *in_place]), None)


def _may_install() -> bool:
    return sys.platform == "linux" and os.geteuid() == 0 and shutil.which("apt-get") is not None


def _install() -> None:
    print("Er is geen browser: Chromium installeren met apt-get…", flush=True)
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (["apt-get", "update"], ["apt-get", "install", "--yes", "--no-install-recommends", PACKAGE]):
        done = subprocess.run(command, env=environment, capture_output=True, text=True, errors="replace", check=False)
        if done.returncode:
            print(done.stderr.strip(), file=sys.stderr)
            raise SetupProblem(f"apt-get kon Chromium niet installeren: {_ADVICE}")
