"""The training for search engines: a module is a schema.org Course, a lesson a LearningResource of it."""

from typing import Any

from scripts.content.identity import site_name
from scripts.content.modules import TrainingModule
from scripts.content.page import Page
from scripts.markdown.json_ld import json_ld
from scripts.markdown.place import Place

LICENCE = "https://creativecommons.org/licenses/by-sa/4.0/deed.nl"
SITE_NAME = site_name()


def lesson_data(module: TrainingModule, lesson: Page, place: Place) -> str:
    """What a lesson teaches and how long it takes."""
    meta = lesson.meta
    return json_ld(
        {
            **_shared(lesson, place),
            "@type": "LearningResource",
            "timeRequired": f"PT{meta.minutes}M",
            "teaches": meta.objectives,
            "educationalLevel": meta.level,
            "learningResourceType": "oefengesprek" if module.meta.number is None else "les",
            "isPartOf": {"@type": "Course", "name": module.meta.title, "url": place.site_url + place.address(module.page.path)},
        }
    )


def module_data(module: TrainingModule, place: Place) -> str:
    """A module with its lessons as parts."""
    parts = [
        {"@type": "LearningResource", "name": lesson.meta.title, "url": place.site_url + place.address(lesson.path)}
        for lesson in module.lessons
    ]
    return json_ld(
        {
            **_shared(module.page, place),
            "@type": "Course",
            "timeRequired": f"PT{module.minutes}M",
            "hasPart": parts,
            "provider": {"@type": "Organization", "name": SITE_NAME, "url": place.site_url},
            "offers": {"@type": "Offer", "category": "Free", "price": 0, "priceCurrency": "EUR"},
            "hasCourseInstance": {
                "@type": "CourseInstance",
                "courseMode": "Online",
                "courseWorkload": f"PT{module.minutes}M",
            },
        }
    )


def _shared(page: Page, place: Place) -> dict[str, Any]:
    return {
        "@context": "https://schema.org",
        "name": page.meta.title,
        "description": page.meta.description,
        "url": place.canonical,
        "inLanguage": "nl-BE",
        "isAccessibleForFree": True,
        "license": LICENCE,
    }
