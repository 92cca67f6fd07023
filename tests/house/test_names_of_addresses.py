"""An address is named by the room or wing that answers it, and every link names an address that there is."""

import re
from collections import Counter
from collections.abc import Iterator

from django.urls import URLPattern, URLResolver, get_resolver

from tests.house.tree import code, templates, text

NAMED = re.compile(r"""["']([a-z_]+:[a-z_]+)["']""")
# allauth turns people away to this name.
WITHOUT_A_ROOM = {"account_login"}


def test_an_address_bears_the_name_of_the_room_or_wing_that_answers_it():
    elsewhere = [
        f"{name} is answered by {view}"
        for name, view in addresses()
        if name not in WITHOUT_A_ROOM and view.startswith("goldenthread.") and name.rpartition(":")[0] != owner_of(view)
    ]

    assert elsewhere == []


def test_no_two_views_bear_one_name():
    """One view may have two addresses of one name: with a key, and without."""
    names = Counter(name for name, _ in set(addresses()))

    assert [name for name, often in names.items() if often > 1] == []


def test_every_link_names_an_address():
    names = {name for name, _ in addresses()}
    rooms = {name.partition(":")[0] for name in names}

    linked = {(path, name) for path in [*templates(), *code()] for name in NAMED.findall(text(path))}

    assert [link for link in sorted(linked) if link[1].partition(":")[0] in rooms and link[1] not in names] == []


def test_an_address_in_the_name_of_another_wing_would_be_noticed():
    assert owner_of("goldenthread.gatherings.day.views.wall.wall") == "day"
    assert owner_of("goldenthread.people.views.page.me") == "people"


def addresses() -> Iterator[tuple[str, str]]:
    """The name of every address, and the view that answers there."""
    return _inside(get_resolver(), "")


def _inside(resolver: URLResolver, namespace: str) -> Iterator[tuple[str, str]]:
    for entry in resolver.url_patterns:
        if isinstance(entry, URLPattern):
            yield f"{namespace}{entry.name}", f"{entry.callback.__module__}.{entry.callback.__name__}"
        else:
            yield from _inside(entry, f"{namespace}{entry.namespace}:" if entry.namespace else namespace)


def owner_of(view: str) -> str:
    parts = view.split(".")
    return parts[2] if parts[1] == "gatherings" else parts[1]
