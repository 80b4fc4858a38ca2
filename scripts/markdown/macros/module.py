"""`[[ module() ]]`: on the first page of a module: its lessons, and the same facts for search engines."""

from scripts.content.modules import modules as all_modules
from scripts.content.site import Site
from scripts.errors import ContentError
from scripts.markdown.course import module_data
from scripts.markdown.macros.modules import duration, lesson_item
from scripts.markdown.place import Place


def module(site: Site, place: Place, folder: str) -> str:
    """Raises ContentError when there is no such module."""
    for one in all_modules(site):
        if one.folder == folder:
            lessons = "".join(lesson_item(lesson, place) for lesson in one.lessons)
            return f"<p>Samen {duration(one.minutes)}.</p><ol>{lessons}</ol>{module_data(one, place)}"
    raise ContentError(f"{site.docs.name}/vorming", 1, f"module '{folder}' bestaat niet", "geef de naam van haar map")
