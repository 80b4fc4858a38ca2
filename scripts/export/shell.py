"""The one bare page around what an export shows: nothing of the theme, no header, no menu."""

from collections.abc import Sequence
from html import escape


def shell(title: str, body: str, styles: Sequence[str] = (), scripts: Sequence[str] = ()) -> str:
    """A whole HTML page in Dutch. `body` is HTML; `styles` and `scripts` are addresses of files, seen from the page."""
    links = [f'<link rel="stylesheet" href="{escape(address)}">' for address in styles]
    links += [f'<script defer src="{escape(address)}"></script>' for address in scripts]
    head = "".join(f"\n{link}" for link in links)
    return (
        f'<!doctype html>\n<html lang="nl">\n<head>\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width,initial-scale=1">\n<title>{escape(title)}</title>{head}\n</head>\n'
        f"<body>\n{body}\n</body>\n</html>\n"
    )
