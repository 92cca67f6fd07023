"""Every sentence that we say on screen and in e-mails, as it stands in the English sources."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from django.utils.translation.template import templatize

from tests.house.tree import code, templates, text

TRANSLATED = {"_", "gettext", "gettext_lazy", "gettext_noop", "ngettext", "ngettext_lazy"}
# Django writes templates as Python for xgettext: every sentence as the argument of a call.
IN_A_TEMPLATE = re.compile(r"""\bgettext\(u?("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|\b_\(("[^"]*"|'[^']*')\)""")
PLURALS = re.compile(r"""\bngettext\(u?('(?:[^'\\]|\\.)*'), u?('(?:[^'\\]|\\.)*')""")


def sentences() -> Iterator[tuple[Path, str]]:
    """With the file in which each stands."""
    for path in templates():
        yield from ((path, sentence) for sentence in in_a_template(text(path)))
    for path in code():
        if path.parts[0] == "goldenthread" and "tests" not in path.parts:
            yield from ((path, sentence) for sentence in in_python(text(path)))


def in_a_template(source: str) -> Iterator[str]:
    written = templatize(source)
    literals = [one or other for one, other in IN_A_TEMPLATE.findall(written)]
    literals += [form for forms in PLURALS.findall(written) for form in forms]
    for literal in literals:
        yield " ".join(str(ast.literal_eval(literal)).split())


def in_python(source: str) -> Iterator[str]:
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and _name(node.func) in TRANSLATED:
            words = (arg.value for arg in node.args if isinstance(arg, ast.Constant))
            yield from (word for word in words if isinstance(word, str))


def _name(function: ast.expr) -> str:
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")
