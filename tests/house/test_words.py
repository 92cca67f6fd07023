"""One word, one thing: docs/words.md knows what models, choices and files are called, and no public name stands for two things.

The mixer is plain Python without the house, and has words of its own."""

import ast
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from tests.house.tree import ROOT, code, text

GLOSSARY = (ROOT / "docs" / "words.md").read_text()
# Django looks for these by name, or each belongs to the one class in which it stands.
OF_MANY = {"Meta", "Command", "DatabaseWrapper", "State", "Whom"}
WINGS = {"gatherings"}
# Values are called by what they are: these words say only that they came from somewhere.
SAY_NOTHING = {"told", "found", "asked", "said", "one", "here"}
# Of words with several meanings these classes keep the one that the glossary gives them.
KEPT = {"Asking", "Ending", "Finding", "Knot", "Opening", "Room", "Round", "Standing", "Turn"}
# They can only become fewer: in the house, and in its tests.
STILL = {"house": 0, "tests": 0}


def ours() -> list[Path]:
    return [path for path in code() if path.parts[0] == "goldenthread" and not {"tests", "mixing"} & set(path.parts)]


def classes(body: list[ast.stmt]) -> Iterator[ast.ClassDef]:
    for node in body:
        if isinstance(node, ast.ClassDef):
            yield node
            yield from classes(node.body)


def public_classes() -> list[ast.ClassDef]:
    nodes = [node for path in ours() for node in classes(ast.parse(text(path)).body)]
    return [node for node in nodes if not node.name.startswith("_") and node.name not in OF_MANY]


def spoken(name: str) -> str:
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).lower()


def words_of_the_table() -> set[str]:
    table = GLOSSARY.partition("## One word, one thing in code")[2].partition("\n## ")[0]
    return {row.split("|")[1].strip() for row in table.splitlines() if row.startswith("| ")} - {"Word"}


def shared_files() -> set[str]:
    table = GLOSSARY.partition("## Files that several rooms have")[2].partition("\n## ")[0]
    return {
        name for row in table.splitlines() if row.startswith("| ") for name in re.findall(r"`(\w+)`", row.split("|")[1])
    }


def room_of(path: Path) -> str:
    """The room, or the wing of a room that has wings."""
    return path.parts[2] if path.parts[1] in WINGS and len(path.parts) > 3 else path.parts[1]


def rooms_by_file() -> dict[str, set[str]]:
    rooms = defaultdict(set)
    for path in ours():
        if path.stem != "__init__" and "commands" not in path.parts:
            rooms[path.stem].add(room_of(path))
    return rooms


def test_no_two_classes_bear_one_name():
    names = Counter(node.name for node in public_classes())

    assert [name for name, times in names.items() if times > 1] == []


def test_every_choice_bears_a_name_from_the_glossary():
    choices = [node.name for path in ours() for node in classes(ast.parse(text(path)).body) if is_choice(node)]

    assert [name for name in choices if f"**{spoken(name)}**" not in GLOSSARY.lower()] == []


def is_choice(node: ast.ClassDef) -> bool:
    return any("Choices" in ast.unparse(base) for base in node.bases)


def test_a_file_name_that_several_rooms_have_means_the_same_in_all():
    several = {name for name, rooms in rooms_by_file().items() if len(rooms) > 1}

    assert several - shared_files() == set()


def test_a_class_named_by_a_word_of_several_meanings_is_the_one_that_the_glossary_names():
    several = words_of_the_table()

    assert {node.name for node in public_classes() if spoken(node.name) in several} == KEPT


def values(tree: ast.AST) -> Iterator[str]:
    """Names that are bound to a value: parameters, assignments, loops. `one` beside `other` is one of a pair."""
    for function in ast.walk(tree):
        if isinstance(function, ast.FunctionDef | ast.Module):
            # In a class stand fields, which tables and forms name.
            names = {name for node in own(function) for name in bound(node)}
            yield from names - ({"one"} if "other" in names else set())


def own(function: ast.AST) -> Iterator[ast.AST]:
    for node in ast.iter_child_nodes(function):
        if not isinstance(node, ast.FunctionDef | ast.ClassDef):
            yield node
            yield from own(node)


def bound(node: ast.AST) -> list[str]:
    if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
        return [node.id]
    return [node.arg] if isinstance(node, ast.arg) else []


def say_nothing(paths: list[Path]) -> int:
    return sum(name in SAY_NOTHING for path in paths for name in values(ast.parse(text(path))))


def test_values_are_called_by_what_they_are():
    tests = [path for path in code() if "tests" in path.parts and "mixing" not in path.parts]

    assert say_nothing(ours()) <= STILL["house"]
    assert say_nothing(tests) <= STILL["tests"]


def test_a_value_that_says_nothing_would_be_noticed():
    tree = ast.parse("def look(one, other):\n    told = [found for found in one]\n    return told")

    assert sorted(SAY_NOTHING & set(values(tree))) == ["found", "told"]
