"""A data block of schema.org for search engines: the browser runs nothing of it."""

import json
from typing import Any


def json_ld(data: dict[str, Any]) -> str:
    """`data` as a script element of data, safe inside HTML."""
    return f'<script type="application/ld+json">{json_text(data)}</script>'


def json_text(data: dict[str, Any]) -> str:
    """`data` as JSON on one line, safe inside a script element."""
    # As escapes these signs mean nothing to HTML, and JSON reads them all the same.
    text = json.dumps(data, ensure_ascii=False, sort_keys=True)
    for sign in "<>&":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return text
