"""Style sheets stand in the css/ of the room or wing whose pages they dress, as floors and files do."""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from goldenthread.kit.stylesheet import folders
from tests.house.tree import ROOT, code, files, templates, text

LINES = 200
RULE_ON_ONE_LINE = re.compile(r"\{[^{}]*[;:][^{}]*\}|;[^;]*;|;\s*\}")
# Between double quotes, and in the branches of a tag: class="button{% if places %} secondary{% endif %}".
CLASSES = re.compile(r'\sclass="([^"]*)"')
TAG = re.compile(r"\{%.*?%\}|\{\{.*?\}\}")
# Six soft colours and six widths of a line, numbered where they are chosen.
NUMBERED = re.compile(r"[hw]\d$")
# The frame (goldenthread/templates) knows all rooms: it stands above them.
FRAME = "templates"


def test_every_sheet_lies_where_it_is_looked_for():
    """A sheet for what leaves the house, such as an e-mail, lies beside its template; the mixer is no Django app."""
    elsewhere = [path for path in files(".css", under="goldenthread") if path.parent not in layers().values()]

    assert [path for path in elsewhere if "templates" not in path.parts and path.parts[1] != "mixing"] == []


def test_no_two_sheets_bear_one_name():
    names = Counter(path.name for path in sheets())

    assert [name for name, often in names.items() if often > 1] == []


def test_sheets_are_short():
    assert [path for path in sheets() if len(text(path).splitlines()) > LINES] == []


def test_a_line_holds_one_declaration():
    assert [f"{path}: {line}" for path in sheets() for line in crowded(text(path))] == []


def test_a_crowded_line_would_be_noticed():
    assert list(crowded("a { color: red; }\nb {\n  margin: 0; padding: 0;\n}\n/* c; d; e */\n@layer x;")) == [
        "a { color: red; }",
        "  margin: 0; padding: 0;",
    ]


def test_a_page_is_dressed_by_what_stands_below_it():
    heights = {layer: height for height, layer in enumerate([*layers(), FRAME])}

    dressed_from_above = {
        f"{page}: {name}"
        for page in templates()
        for name in classes_of(text(page)) & dressers().keys()
        if all(heights[layer] > heights[layer_of(page)] for layer in dressers()[name])
    }

    assert dressed_from_above == set()


def test_no_class_is_dressed_in_vain():
    words = set(re.findall(r"[\w-]+", " ".join(text(path) for path in (*templates(), *ours()))))

    assert {name for name in dressers() if name not in words and not NUMBERED.match(name)} == set()


def test_no_two_rooms_give_one_name_to_two_things():
    """The room above would change how a page of the other looks, and nobody would know why."""
    assert (
        shared_names(
            {layer: "".join(map(text, files(".css", under=str(folder)))) for layer, folder in layers().items()}
        )
        == {}
    )


def test_a_shared_name_would_be_noticed():
    sheets = {"people": ".kept {\n}\n.kept .a {\n}", "desk": "@media print {\n.b,\n.kept {\n}\n.who .a {\n}\n}"}

    assert shared_names(sheets) == {"kept": ["people", "desk"]}


def test_classes_are_found_between_tags():
    page = '<p class="button{% if a == "b" %} secondary{% endif %} {{ kind }}"><i class="hint">'

    assert classes_of(page) == {"button", "secondary", "hint"}


def layers() -> dict[str, Path]:
    return {layer: folder.relative_to(ROOT) for layer, folder in folders().items()}


def sheets() -> list[Path]:
    return [path for folder in layers().values() for path in files(".css", under=str(folder))]


def crowded(sheet: str) -> Iterator[str]:
    without_comments = re.sub(r"/\*.*?\*/", "", sheet, flags=re.DOTALL)
    return (line for line in without_comments.splitlines() if RULE_ON_ONE_LINE.search(line))


def dressers() -> dict[str, set[str]]:
    """The layers in which each class is named."""
    layers_by_class: dict[str, set[str]] = {}
    for layer, folder in layers().items():
        for path in files(".css", under=str(folder)):
            for name in re.findall(
                r"\.([a-z][\w-]*)(?=[^{};]*\{)", re.sub(r"/\*.*?\*/", "", text(path), flags=re.DOTALL)
            ):
                layers_by_class.setdefault(name, set()).add(layer)
    return layers_by_class


def shared_names(sheets: dict[str, str]) -> dict[str, list[str]]:
    """The classes that stand alone in front of a rule, in the sheets of more than one layer."""
    own: dict[str, list[str]] = {}
    for layer, sheet in sheets.items():
        for name in dict.fromkeys(re.findall(r"(?:^|[{},/])\s*\.([a-z][\w-]*)(?=\s*[,{])", sheet)):
            own.setdefault(name, []).append(layer)
    return {name: where for name, where in own.items() if len(where) > 1}


def classes_of(page: str) -> set[str]:
    return {name for address in CLASSES.findall(TAG.sub(" ", page)) for name in address.split()}


def layer_of(page: Path) -> str:
    return page.parts[2] if page.parts[1] == "gatherings" else page.parts[1]


def ours() -> list[Path]:
    scripts = files(".js", under="goldenthread/static")
    return [*scripts, *(path for path in code() if path.parts[0] == "goldenthread" and "tests" not in path.parts)]
