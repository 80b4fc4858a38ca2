"""The questions as Moodle GIFT (https://docs.moodle.org/405/en/GIFT_format), a category per module.

A hint has no place in this format.
"""

import re
from collections.abc import Iterator

from scripts.content.modules import FOLDER as VORMING
from scripts.content.modules import MODULES, modules
from scripts.content.site import Site
from scripts.export.blocks import Answer, Quiz, quizzes
from scripts.export.registry import FOLDER
from scripts.export.source import Source
from scripts.markdown.course import SITE_NAME

# What GIFT takes for a command.
_COMMANDS = re.compile(r"[~=#{}:\\]")


def make(source: Source) -> bytes:
    """UTF-8 text; a blank line closes each question."""
    found = list(_questions(source))
    parts = [f"// {source.export.title}\n// {source.articles[0].root}{FOLDER}/ · {source.changed} · versie {source.version}"]
    for folder, title in _titles(source.content).items():
        questions = [question(name, quiz) for module, name, quiz in found if module == folder]
        if questions:
            parts += [f"$CATEGORY: $course$/top/{SITE_NAME}/{title.replace('/', '//')}", *questions]
    return ("\n\n".join(parts) + "\n").encode()


def _titles(content: Site) -> dict[str, str]:
    """The title of each module by its folder, in order; a module that is still to be written has only its name."""
    return MODULES | {module.folder: module.meta.title for module in modules(content)}


def _questions(source: Source) -> Iterator[tuple[str, str, Quiz]]:
    """The folder of its module, a name that no other question has, and the question."""
    for article in source.articles:
        address = article.address.removeprefix(VORMING).strip("/")
        for quiz in quizzes(article.body):
            yield quiz.module or address.partition("/")[0], f"{address} {quiz.id}", quiz


def question(name: str, quiz: Quiz) -> str:
    """One question; each answer has its explanation as feedback."""
    answers = "\n".join(f"{_mark(answer, quiz)}{escaped(answer.text)}#{escaped(answer.judged)}" for answer in quiz.answers)
    return f"::{escaped(name)}::[plain]{escaped(quiz.question)} {{\n{answers}\n}}"


def _mark(answer: Answer, quiz: Quiz) -> str:
    """With more right answers each is worth its part; a wrong one takes all away, as on the site, where it must be all right."""
    if not quiz.multiple:
        return "=" if answer.right else "~"
    right = sum(one.right for one in quiz.answers)
    return f"~%{100 / right:.7g}%" if answer.right else "~%-100%"


def escaped(text: str) -> str:
    """Text in which GIFT reads no command; an arrow of two signs would make it a question with pairs, and has no escape."""
    return _COMMANDS.sub(lambda sign: f"\\{sign[0]}", text.replace("->", "→"))
