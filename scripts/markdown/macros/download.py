"""`[[ download("naam") ]]`: a link to a file to take along; `[[ downloads() ]]`: all of them, by whom they are for.

The file is made after the site is built: `pack` writes its size, date and version in the page.
"""

from scripts.content.site import Site
from scripts.errors import ContentError
from scripts.export.registry import AUDIENCES, FOLDER, INDEX, Export, exports
from scripts.markdown.html import link, safe
from scripts.markdown.place import Place

LIST = "Dezelfde lijst voor programma's, met controlegetallen (JSON)"
UNKNOWN_YET = ", grootte na het maken"


def download(site: Site, place: Place, name: str) -> str:
    """Raises ContentError when there is no such file."""
    found = {export.name: export for export in exports(site)}
    if name not in found:
        known = ", ".join(found)
        raise ContentError("scripts/export/registry.py", 1, f"het bestand '{name}' bestaat niet", f"kies uit: {known}")
    return _link(found[name], place)


def downloads(site: Site, place: Place) -> str:
    """It gives Markdown, for its headings; at the end the same list for programs."""
    parts = []
    for audience, words in AUDIENCES.items():
        items = [f"<li>{_link(export, place)}</li>" for export in exports(site) if export.audience == audience]
        if items:
            parts += [f"## {safe(words)} {{#{audience}}}", f"<ul>{''.join(items)}</ul>"]
    index = link(place.to_file(f"{FOLDER}/{INDEX}"), safe(LIST))
    return "\n\n".join([*parts, f"<p>{index}</p>"])


def _link(export: Export, place: Place) -> str:
    title = link(place.to_file(f"{FOLDER}/{export.file}"), safe(export.title), download="")
    return f'{title} ({safe(export.kind)}<span data-download="{export.name}">{UNKNOWN_YET}</span>)'
