"""The linter keeps the floors in Python; these keep them in templates. The frame (goldenthread/templates) knows all rooms."""

import re
from pathlib import Path

from tests.house.tree import PYPROJECT, files, floors, templates, text

INCLUDED = re.compile(r"""{%-?\s*(?:include|extends)\s+["']([a-z_]+)/""")
LINKED = re.compile(r"""{%-?\s*url\s+["']([a-z_]+):""")
# The mixer is no Django app: nobody looks for its template by name.
PLAIN_PYTHON = "mixing"


def test_a_page_names_only_what_stands_below_it():
    pages = [page for page in templates() if page.parts[1] in floors()]

    reaching_up = [f"{page} names {other}" for page in pages for other in names_above(owner_of(page), text(page))]

    assert reaching_up == []


def test_a_page_that_reaches_up_would_be_noticed():
    page = """{% extends "page.html" %}{% url 'bookings:booking' g.slug %}{% include "day/_room.html" only %}"""

    assert names_above("people", page) == ["bookings", "day"]
    assert names_above("bookings", page) == ["day"]
    assert names_above("plan", page) == ["day"]
    assert names_above("pages", page) == []
    assert names_above("desk", page) == []


def test_every_room_and_every_wing_keeps_its_templates_under_its_own_name():
    inside = [path for path in files(under="goldenthread") if "templates" in path.parts and path.parts[1] in floors()]

    elsewhere = [path for path in inside if path.parts[1] != PLAIN_PYTHON and folder_of(path) != owner_of(path)]

    assert elsewhere == []


def test_a_template_in_the_folder_of_another_wing_would_be_noticed():
    path = Path("goldenthread/gatherings/day/templates/bookings/place.html")

    assert (folder_of(path), owner_of(path)) == ("bookings", "day")


def names_above(owner: str, page: str) -> list[str]:
    """Which rooms and wings a page names though they stand above or beside its own."""
    heights = rooms_and_wings()
    # Wings of one room link to each other as they like: a way to go is not a thing to build on.
    linked = {other for other in LINKED.findall(page) if not in_one_room(other, owner)}
    named = {*INCLUDED.findall(page), *linked} & heights.keys() - {owner}
    return sorted(other for other in named if heights[other] >= heights[owner])


def in_one_room(one: str, other: str) -> bool:
    heights = rooms_and_wings()
    return one in heights and heights[one][0] == heights[other][0]


def rooms_and_wings() -> dict[str, tuple[int, int]]:
    """The floor of each room and wing: the room's, then the wing's in its room, as import-linter knows them."""
    contracts = PYPROJECT["tool"]["importlinter"]["contracts"]
    [wings] = [contract for contract in contracts if contract.get("containers") == ["goldenthread.gatherings"]]
    return {room: (floor, 0) for room, floor in floors().items()} | {
        wing.strip(" ()"): (floors()["gatherings"], number)
        for number, layer in enumerate(reversed(wings["layers"]), start=1)
        for wing in layer.split("|")
    }


def owner_of(path: Path) -> str:
    return path.parts[2] if path.parts[1] == "gatherings" else path.parts[1]


def folder_of(path: Path) -> str:
    return path.parts[path.parts.index("templates") + 1]
