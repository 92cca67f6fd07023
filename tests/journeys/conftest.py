"""Houses that are really open, and people who really walk through them."""

from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from typing import NamedTuple

import pytest
from django.db import connection
from playwright.sync_api import Browser, sync_playwright

from tests.journeys.houses import House
from tests.journeys.visitors import Visitor
from tests.needed import find

# No sandbox, because CI is root; and nothing that Chromium would fetch for itself.
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update",
    "--disable-sync", "--disable-quic", "--no-first-run",
]  # fmt: skip
SOON = 20_000
marks, machines = count(1), count(1)


class Way(NamedTuple):
    """With what one walks: a telephone or a screen, with JavaScript or without."""

    name: str
    javascript: bool
    width: int


# Both widths, and both with and without; how each page looks in each of them, test_pages.py looks at.
WAYS = [
    Way("narrow", javascript=True, width=320),
    Way("wide-without-javascript", javascript=False, width=1280),
]
# On a second kind of database one goes with a telephone: pages do not hang on it, only what is written does.
WAYS = WAYS if connection.vendor == "sqlite" else WAYS[:1]


@pytest.fixture(params=WAYS, ids=lambda way: way.name)
def way(request):
    return request.param


@pytest.fixture(scope="module")
def house(sample_house_to_copy: House, tmp_path_factory) -> Iterator[House]:
    """The sample house, open. All journeys of a file walk in it, so each brings people and gatherings of its own."""
    house = sample_house_to_copy.copied_to(tmp_path_factory.mktemp("house"))
    yield house.open()
    house.pull_down()


@pytest.fixture
def house_to_change(sample_house_to_copy: House, tmp_path: Path) -> Iterator[House]:
    """The same for one journey alone, which moves the clock."""
    house = sample_house_to_copy.copied_to(tmp_path)
    yield house.open()
    house.pull_down()


@pytest.fixture
def mark() -> str:
    """A word that nobody else uses, for addresses and titles."""
    return f"m{next(marks)}"


@pytest.fixture
def empty_house(house_to_copy: House, tmp_path: Path) -> Iterator[House]:
    """What `script/server --empty` opens: nobody lives in it."""
    house = house_to_copy.copied_to(tmp_path)
    yield house.open()
    house.pull_down()


@pytest.fixture
def new_sample_house(tmp_path: Path) -> Iterator[House]:
    """What `script/server` opens the first time."""
    house = House.empty(tmp_path)
    yield house.open("--sample")
    house.pull_down()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    # For one module only: while Playwright runs, Django refuses to ask the database in the same thread.
    chromium = find("chromium")
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        yield opened
        opened.close()


@pytest.fixture
def somebody(browser: Browser, way: Way) -> Iterator[Callable[[House], Visitor]]:
    """`somebody(house)` comes to it with a browser of their own. In the end nobody may have met with trouble."""
    visitors: list[Visitor] = []

    def come(house: House) -> Visitor:
        # The house stands behind a proxy, so that it tells one machine from another and limits each by itself.
        context = browser.new_context(
            java_script_enabled=way.javascript,
            viewport={"width": way.width, "height": 800},
            locale="en-GB",
            extra_http_headers={"X-Forwarded-For": f"192.0.2.{next(machines) % 250}"},
        )
        context.set_default_timeout(SOON)
        visitors.append(Visitor(context, house.address))
        return visitors[-1]

    yield come
    troubles = [trouble for visitor in visitors for trouble in visitor.troubles]
    for visitor in visitors:
        visitor.context.close()
    assert troubles == []
