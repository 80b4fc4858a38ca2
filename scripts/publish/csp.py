"""One Content-Security-Policy for every page: nothing from elsewhere, no inline script but those counted here."""

import base64
import hashlib
import re
from pathlib import Path

from scripts.publish.pages import change_pages

_SCRIPT = re.compile(r"<script\b([^>]*)>(.*?)</script>", re.DOTALL | re.IGNORECASE)
_CHARSET = '<meta charset="utf-8">'
_POLICY = (
    "default-src 'none'; script-src 'self' {hashes}; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'"
)


def add_policy(site: Path) -> None:
    """Writes the policy as the first meta tag of every page; the hashes are the union over all pages."""
    hashes = sorted({digest for page in site.rglob("*.html") for digest in inline_hashes(page.read_text(encoding="utf-8"))})
    policy = _POLICY.format(hashes=" ".join(f"'{digest}'" for digest in hashes))
    meta = f'{_CHARSET}\n      <meta http-equiv="Content-Security-Policy" content="{policy}">'
    change_pages(site, lambda html: _with_meta(html, meta))


def _with_meta(html: str, meta: str) -> str:
    if _CHARSET not in html:
        raise ValueError(f"a page without {_CHARSET} would be published without a policy")
    return html.replace(_CHARSET, meta, 1)


def inline_hashes(html: str) -> set[str]:
    """The CSP hash of each inline script that a browser would run (data blocks such as JSON are not run)."""
    return {
        "sha256-" + base64.b64encode(hashlib.sha256(body.encode()).digest()).decode()
        for attributes, body in _SCRIPT.findall(html)
        if "src=" not in attributes and not re.search(r"type=[\"']?application/(ld\+)?json", attributes)
    }
