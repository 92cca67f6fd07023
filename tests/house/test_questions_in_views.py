"""A view asks in words: what is looked for is a QuerySet method beside its model. Only the key of a row may stand in the view."""

import ast
from collections.abc import Iterator

from tests.house.tree import code, text

CONDITIONS = {"filter", "exclude"}
A_KEY = {"pk", "pk__in"}


def test_a_view_asks_in_words():
    views = [path for path in code() if "views" in {*path.parts, path.stem} and path.parts[0] == "goldenthread"]

    assert [f"{path}:{line}" for path in views for line in conditions(text(path))] == []


def test_a_condition_in_a_view_would_be_noticed():
    source = "Table.objects.filter(pk=1).exclude(is_closed=True)\nTable.objects.filter(pk__in=[1])\nfilter(None, [])\n"

    assert list(conditions(source)) == [1]


def conditions(source: str) -> Iterator[int]:
    """Lines that say, by columns, which rows are meant."""
    return (
        node.lineno
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in CONDITIONS
        and not {word.arg for word in node.keywords} <= A_KEY
    )
