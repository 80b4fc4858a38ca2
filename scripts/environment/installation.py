"""Installs a lock into the virtual environment, only when it changed since the last time."""

import hashlib
import subprocess
from pathlib import Path

from scripts.environment.problem import SetupProblem
from scripts.environment.virtual_environment import UNFINISHED, VirtualEnvironment

# What pip and npm print when they cannot reach their registry, in lower case.
_NO_NETWORK = (
    "newconnectionerror",
    "nameresolutionerror",
    "connecttimeouterror",
    "readtimeouterror",
    "max retries exceeded",
    "proxyerror",
    "temporary failure in name resolution",
    "enotfound",
    "eai_again",
    "econnrefused",
    "econnreset",
    "etimedout",
    "enetunreach",
)


def install(environment: VirtualEnvironment, lock: Path) -> None:
    """Brings `environment` to what `lock` says. Needs no network when nothing changed. Raises SetupProblem."""
    stamp = environment.stamps / f"{lock.name}.sha256"
    if is_current(stamp, lock):
        return
    print(f"Onderdelen uit {lock.name} installeren, dat kan enkele minuten duren…", flush=True)
    before = stamp.read_text(encoding="utf-8") if stamp.exists() else None
    stamp.parent.mkdir(exist_ok=True)
    stamp.write_text(UNFINISHED, encoding="utf-8")
    output = _pip_install(environment, lock)
    if output is None:
        stamp.write_text(checksum(lock), encoding="utf-8")
        return
    if is_network_failure(output):
        # pip downloads everything before it installs anything, so the environment is as it was.
        _put_back(stamp, before)
    raise failure("De onderdelen van de site", output)


def is_current(stamp: Path, lock: Path) -> bool:
    """Whether `stamp` was written for `lock` as it is now."""
    return stamp.is_file() and stamp.read_text(encoding="utf-8") == checksum(lock)


def checksum(lock: Path) -> str:
    """SHA-256 of the file, whatever line ends git gave it on this system."""
    return hashlib.sha256(lock.read_bytes().replace(b"\r\n", b"\n")).hexdigest()


def failure(subject: str, output: str) -> SetupProblem:
    """What to tell when an installer ended badly with `output`; its last lines stay visible for who can read them."""
    if is_network_failure(output):
        return SetupProblem(
            f"{subject} konden niet opgehaald worden, er is geen verbinding met het internet: probeer later opnieuw."
        )
    tail = "\n".join(output.strip().splitlines()[-8:])
    return SetupProblem(f"{tail}\n{subject} zijn niet geïnstalleerd: de regels hierboven zeggen waarom.")


def is_network_failure(output: str) -> bool:
    """Whether an installer's output says that it could not reach its registry."""
    return any(sign in output.lower() for sign in _NO_NETWORK)


def _pip_install(environment: VirtualEnvironment, lock: Path) -> str | None:
    """Runs pip; its output when it failed, None when all went well. Only wheels: building one would fetch unlocked tools."""
    options = ["--require-hashes", "--only-binary=:all:", "--disable-pip-version-check", "--no-input", "--retries=2"]
    command = [str(environment.python), "-m", "pip", "install", *options, "-r", str(lock)]
    done = subprocess.run(command, capture_output=True, text=True, errors="replace", check=False)
    return done.stdout + done.stderr if done.returncode else None


def _put_back(stamp: Path, content: str | None) -> None:
    if content is None:
        stamp.unlink()
    else:
        stamp.write_text(content, encoding="utf-8")
