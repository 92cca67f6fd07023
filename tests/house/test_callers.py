"""Every function is called by somebody: what only its own test calls is not part of the house."""

import ast
import re
from collections.abc import Iterator

from tests.house.tree import code, templates, text

# Called by name from outside, or kept although nobody calls them. Each with its reason.
WITHOUT_A_CALLER = {
    # The tests of keeping times ask it for every field about a person.
    "personal_fields",
    # What the mixer promises, for its tests and for whoever uses it in Python (docs/mixing.md).
    "most_rounds",
    "most_rounds_without_repeats",
    "no_pairs",
}


def test_every_function_has_a_caller():
    assert functions() - called() == WITHOUT_A_CALLER


def test_a_function_without_a_caller_would_be_noticed():
    planted = ast.parse('def left(): """Nobody calls left."""\ndef kept(): ...\nkept()\n')

    assert set(names_in(planted)) & {"left", "kept"} == {"kept"}


def functions() -> set[str]:
    """Public ones that stand by themselves. Those with a decorator are found by it: views, filters, commands."""
    trees = [ast.parse(text(path)) for path in code() if path.parts[0] == "goldenthread" and "tests" not in path.parts]
    nodes = [node for tree in trees for node in tree.body if isinstance(node, ast.FunctionDef)]
    return {node.name for node in nodes if not node.decorator_list and not node.name.startswith("_")}


def called() -> set[str]:
    users = [path for path in code() if path.parts[0] in {"goldenthread", "bench"} and "tests" not in path.parts]
    in_pages = {word for page in templates() for word in re.findall(r"\w+", text(page))}
    return {name for path in users for name in names_in(ast.parse(text(path)))} | in_pages


def names_in(tree: ast.AST) -> Iterator[str]:
    """Whatever is named there, and not only imported or defined; also by its path, as in settings."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Name):
            yield node.id
        elif isinstance(node, ast.Attribute):
            yield node.attr
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and re.fullmatch(r"[\w.:]+", node.value):
            yield node.value.rpartition(".")[2]
