"""Where the project stands on this machine."""

from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SITE = ROOT / "site"
OFFLINE_SITE = ROOT / "site-offline"
ZENSICAL_SITE = ROOT / "site-zensical"
TOOLS = ROOT / "tests" / "tools"
