"""The content of a built page as bare HTML: no script, no style, nothing of the theme."""

from bs4 import BeautifulSoup

_HEAD = "meta[charset], meta[name=viewport], meta[name=description], head > title, link[rel=icon]"
_NOT_CONTENT = "script, style, link, template"


def bare(html: bytes) -> bytes:
    """The same language, title, description and article, with its pictures."""
    page = BeautifulSoup(html, "lxml")
    article = page.select_one("article")
    if page.html is None or article is None:
        raise ValueError("the page has no article")
    for element in article.select(_NOT_CONTENT):
        element.decompose()
    for element in article.select("[style]"):
        del element["style"]
    head = "\n".join(str(one) for one in page.select(_HEAD))
    return f'<!doctype html>\n<html lang="{page.html["lang"]}">\n<head>{head}</head>\n<body>{article}</body>\n</html>\n'.encode()
