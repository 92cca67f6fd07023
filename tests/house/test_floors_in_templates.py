"""The linter keeps the floors in Python; these keep them in templates. The frame (goldenthread/templates) knows all rooms."""

import re
from collections.abc import Iterator
from pathlib import Path

from tests.house.tree import floors, templates, text

INCLUDED = re.compile(r"""{%-?\s*(?:include|extends)\s+["']([a-z_]+)/""")
LINKED = re.compile(r"""{%-?\s*url\s+["']([a-z_]+):""")


def test_a_page_names_only_what_stands_below_it():
    pages = [page for page in templates() if page.parts[1] in floors()]

    reaching_up = [f"{page} names {room}" for page in pages for room in rooms_above(page.parts[1], text(page))]

    assert reaching_up == []


def test_a_page_that_reaches_up_would_be_noticed():
    page = """{% extends "page.html" %}{% url 'gatherings:gathering' g.slug %}{% include "people/_name.html" only %}"""

    assert list(rooms_above("people", page)) == ["gatherings"]
    assert list(rooms_above("desk", page)) == []


def test_every_room_keeps_its_templates_under_its_own_name():
    pages = [page for page in templates() if page.parts[1] in floors()]

    assert [page for page in pages if folder_of(page) not in {page.parts[1], "account", "mfa"}] == []


def rooms_above(room: str, page: str) -> Iterator[str]:
    named = sorted({*INCLUDED.findall(page), *LINKED.findall(page)} & floors().keys() - {room})
    return (other for other in named if floors()[other] >= floors()[room])


def folder_of(page: Path) -> str:
    return page.parts[page.parts.index("templates") + 1]
