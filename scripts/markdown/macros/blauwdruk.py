"""`[[ blauwdruk("rechten") ]]`: one part of the server blueprint as a table, with the reason of every row."""

from collections.abc import Callable, Iterable

from scripts.content.blueprint import Blueprint
from scripts.content.site import Site
from scripts.errors import ContentError
from scripts.markdown.html import safe, scrolling_table
from scripts.markdown.place import Place

SOURCE = "bronnen/serverblauwdruk.yml"
NOBODY = "niemand"
Table = tuple[str, list[str], list[list[str]]]


def blauwdruk(site: Site, place: Place, part: str) -> str:
    """Raises ContentError when there is no such part."""
    if part not in PARTS:
        raise ContentError(f"{site.docs.name}/{SOURCE}", 1, f"deel '{part}' bestaat niet", f"kies uit: {', '.join(PARTS)}")
    title, heads, rows = PARTS[part](site.blueprint)
    return scrolling_table(title, heads, "".join(_row(cells) for cells in rows))


def _row(cells: list[str]) -> str:
    first, *others = cells
    return f'<tr><th scope="row">{first}</th>{"".join(f"<td>{cell}</td>" for cell in others)}</tr>'


def _roles(blueprint: Blueprint) -> Table:
    rows = [[safe(one.name), safe(one.who), safe(one.reason)] for one in blueprint.roles]
    return "Rollen, van weinig naar veel rechten", ["Rol", "Wie", "Waarom"], rows


def _channels(blueprint: Blueprint) -> Table:
    rows = [
        [
            f"{safe(one.name)} ({one.kind})",
            safe(one.purpose),
            _names(blueprint, one.read),
            _names(blueprint, one.write),
            safe(one.reason),
        ]
        for one in blueprint.channels
    ]
    return "Kanalen", ["Kanaal", "Waarvoor", "Lezen of luisteren", "Schrijven of spreken", "Waarom"], rows


def _names(blueprint: Blueprint, ids: Iterable[str]) -> str:
    """The roles by name; when it is every role, that is shorter to read."""
    chosen = [role.name for role in blueprint.roles if role.id in set(ids)]
    return "iedereen" if len(chosen) == len(blueprint.roles) else safe(", ".join(chosen) or NOBODY)


def _permissions(blueprint: Blueprint) -> Table:
    rows = [
        [
            f'{safe(one.name)} <span lang="en">({safe(one.discord)})</span>',
            *("ja" if role.id in one.roles else "–" for role in blueprint.roles),
            safe(one.reason),
        ]
        for one in blueprint.permissions
    ]
    return "Rechten per rol", ["Recht", *(safe(role.name) for role in blueprint.roles), "Waarom"], rows


def _settings(blueprint: Blueprint) -> Table:
    rows = [[safe(one.name), safe(one.choice), safe(one.reason), safe(one.tradeoff or "–")] for one in blueprint.settings]
    return "Instellingen", ["Instelling", "Onze keuze", "Waarom", "Wat ze kost"], rows


def _rules(blueprint: Blueprint) -> Table:
    return "Huisregels", ["Regel", "Waarom"], [[safe(one.text), safe(one.reason)] for one in blueprint.rules]


PARTS: dict[str, Callable[[Blueprint], Table]] = {
    "rollen": _roles,
    "kanalen": _channels,
    "rechten": _permissions,
    "instellingen": _settings,
    "regels": _rules,
}
