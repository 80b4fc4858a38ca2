"""`[[ modules() ]]`: the modules of the training with their lessons; `[[ leerpaden() ]]`: what each role takes."""

from scripts.content.modules import TrainingModule
from scripts.content.modules import modules as all_modules
from scripts.content.page import Page
from scripts.content.site import Site
from scripts.markdown.about import AUDIENCE
from scripts.markdown.html import link, safe
from scripts.markdown.place import Place


def modules(site: Site, place: Place) -> str:
    """Each module with its aim, minutes and lessons, in the order they are taken."""
    return '<ul class="modules">' + "".join(_module(module, place) for module in all_modules(site)) + "</ul>"


def leerpaden(site: Site, place: Place) -> str:
    """Per role the lessons that name it as audience, with their minutes added up. It gives Markdown, for its headings."""
    parts = []
    for role, (words, _) in AUDIENCE.items():
        lessons = [lesson for module in all_modules(site) for lesson in module.lessons if role in lesson.meta.audience]
        if lessons:
            minutes = sum(lesson.meta.minutes for lesson in lessons)
            items = "".join(lesson_item(lesson, place) for lesson in lessons)
            parts.append(f"## {safe(words[:1].upper() + words[1:])} {{#{role}}}")
            parts.append(f"<p>{len(lessons)} lessen, samen {duration(minutes)}.</p><ol>{items}</ol>")
    return "\n\n".join(parts)


def _module(module: TrainingModule, place: Place) -> str:
    lessons = "".join(lesson_item(lesson, place) for lesson in module.lessons)
    title = link(place.to(module.page.path), safe(module.meta.title))
    return f"<li><p><strong>{title}</strong> · {duration(module.minutes)}<br>{safe(module.meta.aim)}</p><ol>{lessons}</ol></li>"


def lesson_item(lesson: Page, place: Place) -> str:
    """A lesson in a list."""
    return f"<li>{link(place.to(lesson.path), safe(lesson.meta.title))} ({lesson.meta.minutes} min)</li>"


def duration(minutes: int) -> str:
    """`1 uur 15 min`."""
    hours, rest = divmod(minutes, 60)
    return " ".join(part for part in (f"{hours} uur" if hours else "", f"{rest} min" if rest or not hours else "") if part)
