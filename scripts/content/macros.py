"""The macro calls of a page (`[[ name(...) ]]`), read by the same Jinja that will run them."""

from dataclasses import dataclass
from typing import Any

from jinja2 import Environment, TemplateSyntaxError, nodes

from scripts.content.page import Found, Page

# Reads what the macros plugin runs. The delimiters mkdocs.yml gives to the macros plugin.
jinja = Environment(
    variable_start_string="[[",
    variable_end_string="]]",
    block_start_string="[%",
    block_end_string="%]",
    comment_start_string="[#-",
    comment_end_string="-#]",
    autoescape=True,
)


@dataclass(frozen=True)
class MacroCall(Found):
    """`text` is the macro's name; an argument that is no plain value is None."""

    arguments: tuple[Any, ...]
    options: dict[str, Any]


def read_macros(page: Page) -> tuple[list[MacroCall], list[Found]]:
    """Every call, and every place where Jinja cannot read the page or finds something else than a call of a macro."""
    try:
        tree = jinja.parse(page.body)
    except TemplateSyntaxError as error:
        return [], [Found(page.first_line + error.lineno - 1, str(error.message))]
    except RecursionError:
        return [], [Found(page.first_line, "te diep genest")]
    calls, others = [], []
    for output in tree.find_all(nodes.Output):
        for node in output.nodes:
            line = page.first_line + node.lineno - 1
            if isinstance(node, nodes.Call) and isinstance(node.node, nodes.Name):
                options = {option.key: _plain(option.value) for option in node.kwargs}
                calls.append(MacroCall(line, node.node.name, tuple(_plain(argument) for argument in node.args), options))
            elif not isinstance(node, nodes.TemplateData):
                others.append(Found(line, "geen aanroep van een macro"))
    return calls, others


def _plain(node: nodes.Expr) -> Any:
    return node.value if isinstance(node, nodes.Const) else None
