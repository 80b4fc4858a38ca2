"""Makes `.venv`, and remakes it when it is broken, too old or half installed."""

import importlib.util
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from scripts.environment.problem import SetupProblem
from scripts.environment.python_version import MINIMUM

# What a stamp says while its packages are being installed: found at the start, the last install was cut off.
UNFINISHED = "bezig"


@dataclass(frozen=True)
class VirtualEnvironment:
    """The virtual environment in `folder`, which need not exist yet."""

    folder: Path

    @property
    def python(self) -> Path:
        """Its interpreter."""
        return self.folder / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")

    @property
    def stamps(self) -> Path:
        """The folder that holds what was installed: a checksum per lock."""
        return self.folder / "stamps"

    def active(self) -> bool:
        """Whether this process runs in it."""
        return Path(sys.prefix).resolve() == self.folder.resolve()

    def ensure(self) -> None:
        """Makes it when there is none that works. Raises SetupProblem."""
        if self._usable():
            return
        complain_when_venv_is_missing()
        print(f"De werkomgeving {self.folder.name}/ maken…", flush=True)
        self._make()

    def _usable(self) -> bool:
        if not self.python.exists() or self._version() < MINIMUM:
            return False
        stamps = list(self.stamps.glob("*")) if self.stamps.is_dir() else []
        if any(stamp.read_text(encoding="utf-8") == UNFINISHED for stamp in stamps):
            return False
        return bool(stamps) or self._has_pip()

    def _version(self) -> tuple[int, ...]:
        """The version written in `pyvenv.cfg` (uv calls the key `version_info`), or nothing when that is unreadable."""
        try:
            lines = (self.folder / "pyvenv.cfg").read_text(encoding="utf-8").splitlines()
        except OSError:
            return ()
        pairs = [line.split("=", 1) for line in lines if line.startswith("version")]
        parts = pairs[0][1].strip().split(".")[:3] if pairs and len(pairs[0]) == 2 else []
        return tuple(int(part) for part in parts) if all(part.isdigit() for part in parts) else ()

    def _has_pip(self) -> bool:
        return subprocess.run([self.python, "-m", "pip", "--version"], capture_output=True, check=False).returncode == 0

    def _make(self) -> None:
        # Started from inside the environment itself, the interpreter it was made from must do it.
        interpreter = getattr(sys, "_base_executable", sys.executable)
        command = [interpreter, "-m", "venv", "--clear", str(self.folder)]
        made = subprocess.run(command, capture_output=True, text=True, errors="replace", check=False)
        if made.returncode:
            reason = (made.stderr.strip() or made.stdout.strip() or "geen reden gegeven").splitlines()[-1]
            raise SetupProblem(
                f"De map {self.folder.name} kon niet gemaakt worden ({reason}): verwijder ze als ze bestaat en probeer opnieuw."
            )


def complain_when_venv_is_missing() -> None:
    """Raises SetupProblem when this Python cannot make virtual environments (Debian ships them apart)."""
    missing = [name for name in ("venv", "ensurepip") if importlib.util.find_spec(name) is None]
    if not missing:
        return
    package = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
    raise SetupProblem(
        f"Deze Python mist de module {' en '.join(missing)}: installeer ze op Debian of Ubuntu met "
        f"'sudo apt install {package}', op een ander systeem door Python van python.org te installeren."
    )
