"""The frame of a lesson: what you can do afterwards and how long it takes; at the end the button "gedaan" and what comes next."""

from scripts.content.modules import TrainingModule, module_of
from scripts.content.page import Page
from scripts.content.site import Site
from scripts.markdown.course import lesson_data
from scripts.markdown.html import link, safe
from scripts.markdown.place import Place

TEXT = {
    "about": "Over deze les",
    "end": "Einde van deze les",
    "objectives": "Na deze les kan je:",
    "first": "Lees eerst:",
    "competences": "Je oefent:",
    "done": "Markeer als gedaan",
    "remind": "Herinner me over twee weken",
    "next": "Volgende:",
    "last": "Dit was de laatste les van deze module.",
    "progress": "Mijn voortgang",
}


def lesson_start(site: Site, page: Page, place: Place) -> str:
    """Objectives, time and what to read first; one element on one line."""
    meta, module = page.meta, module_of(site, page.path)
    where = [*_where(module, page, place), f"{meta.minutes} minuten", meta.level]
    objectives = "".join(f"<li>{safe(one)}</li>" for one in meta.objectives)
    first = ", ".join(
        link(place.to(path), safe(site.pages[path].meta.title)) for path in meta.prerequisites if _readable(site, path)
    )
    return (
        f'<section class="les" aria-label="{TEXT["about"]}"><p class="les__where">{" · ".join(where)}</p>'
        f"<p>{TEXT['objectives']}</p><ul>{objectives}</ul>"
        + (f"<p>{TEXT['first']} {first}</p>" if first else "")
        + f"<p>{TEXT['competences']} {safe(', '.join(meta.competences))}</p></section>"
    )


def lesson_end(site: Site, page: Page, place: Place) -> str:
    """The button works only with a script; the links are there for everyone. Behind it the same for search engines."""
    module = module_of(site, page.path)
    following = _next(module, page)
    onward = f"{TEXT['next']} {link(place.to(following.path), safe(following.meta.title))}" if following else TEXT["last"]
    return (
        f'<site-les class="les-einde" data-path="/{place.address(page.path)}" data-title="{safe(page.meta.title)}" role="group"'
        f' aria-label="{TEXT["end"]}" data-search-exclude><div hidden data-needs-script>'
        f'<button type="button" class="md-button md-button--primary" data-action="done">{TEXT["done"]}</button>'
        f'<button type="button" class="md-button" data-action="remind">{TEXT["remind"]}</button><p role="status"></p></div>'
        f"<p>{onward} · {link(place.to('vorming/voortgang.md'), TEXT['progress'])}</p></site-les>"
        + (lesson_data(module, page, place) if module else "")
    )


def _where(module: TrainingModule | None, page: Page, place: Place) -> list[str]:
    if module is None:
        return []
    paths = [lesson.path for lesson in module.lessons]
    number = f"deel {paths.index(page.path) + 1} van {len(paths)}"
    return [link(place.to(module.page.path), safe(module.meta.title)), number]


def _next(module: TrainingModule | None, page: Page) -> Page | None:
    lessons = list(module.lessons) if module else []
    place = lessons.index(page) + 1 if page in lessons else len(lessons)
    return lessons[place] if place < len(lessons) else None


def _readable(site: Site, path: str) -> bool:
    return path in site.pages and site.pages[path].meta is not None
