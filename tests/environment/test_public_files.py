import os
import subprocess

import yaml

from scripts.environment.folders import ROOT


def test_the_licence_says_what_holds_for_code_and_what_for_content() -> None:
    text = (ROOT / "LICENSE").read_text(encoding="utf-8")

    assert "MIT License" in text
    assert "https://creativecommons.org/licenses/by-sa/4.0/" in text
    assert "docs/" in text


def test_the_citation_names_no_person() -> None:
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))

    assert citation["cff-version"] == "1.2.0"
    assert {"message", "title", "license"} <= citation.keys()
    assert citation["authors"] == [{"name": "Hikikomori in beeld"}]


def test_security_names_no_address() -> None:
    text = (ROOT / "SECURITY.md").read_text(encoding="utf-8")

    assert "@" not in text
    assert "Report a vulnerability" in text


def test_the_ci_script_is_executable_and_valid_bash() -> None:
    script = ROOT / ".ci" / "run"

    assert os.access(script, os.X_OK)
    assert subprocess.run(["bash", "-n", str(script)], check=False).returncode == 0
    assert "set -euo pipefail" in script.read_text(encoding="utf-8")
