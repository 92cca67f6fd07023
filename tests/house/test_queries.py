"""What every page asks of the database, at one row of each list, at three and at fifty: queries.csv, and nothing else.

After a change that is meant: WRITE_QUERIES=1 script/test tests/house/test_queries.py writes the table anew. Read its diff.
"""

import os

import pytest
from django.db import connection
from django.test import Client

from goldenthread.kit import house
from tests.house.crowd import add_rows, add_tables
from tests.house.crowd_of_sessions import add_sessions
from tests.house.queries import COLUMNS, ROLES, ROWS, count, in_the_table, pages, table, write
from tests.house.signed_up import add_sessions as add_sign_ups

# Pages that may ask more when there is more to show. Each has its reason.
MAY_GROW = {
    # Shows the e-mail of three receivers, each as it will be: that is the most.
    "/gatherings/{gathering}/afterwards/letters/{afterword}/",
    # Everything that names a person, found by its relations, each row with what it is about: read seldom, by one person.
    "/me/everything.json",
}
# The gathering page is what people look at: for strangers made anew after each change, and for members each time.
GATHERING = "/gatherings/{gathering}/"
# The member has a place and has offered help: both are shown to them.
# Where a programme is shown, two of each read it and the names in it, for search engines.
AT_MOST = {"stranger": 6, "member": 12, "convenor": 10}


@pytest.fixture
def rows_of(things, spring, ada, bo):
    """The world of the permissions, with so many of everything."""

    def add(number):
        add_rows(number - 1, spring, ada, bo)
        add_tables(number - 1, spring)
        add_sessions(number - 1, spring, ada)
        add_sign_ups(number - 1, spring)

    return add


@pytest.mark.skipif(connection.vendor != "sqlite", reason="what we ask is counted once")
@pytest.mark.parametrize("number", ROWS)
def test_every_page_asks_what_the_table_says(number, in_a_house, rows_of, client_of, things):
    in_a_house("sample")
    rows_of(number)
    browsers = {role: client_of(role) for role in ROLES}

    counted = {
        (address, role): counted_by(browsers[role], address.format_map(things))
        for role in ROLES
        for address in pages(role)
    }

    if os.environ.get("WRITE_QUERIES"):
        write(number, counted)
    assert counted == in_the_table(number)


def counted_by(client: Client, address: str) -> int:
    house.forget()
    return count(client, address)


def test_no_page_asks_more_for_fifty_rows_than_for_three():
    assert growing(table()) == MAY_GROW


def test_a_page_that_asks_once_for_each_row_would_be_noticed():
    few, many = dict.fromkeys(COLUMNS, "4"), dict.fromkeys(COLUMNS, "4") | {"member 50": "53"}

    assert growing({"/few/": few, "/many/": many}) == {"/many/"}


def test_the_gathering_page_asks_little():
    page = table()[GATHERING]

    most = {role: max(int(page[f"{role} {rows}"]) for rows in ROWS) for role in ROLES}

    assert [role for role, number in most.items() if number > AT_MOST[role]] == []


def growing(lines):
    """More for three rows than for one may be the first question about a list; more for fifty is a question for each."""
    return {
        address
        for address, line in lines.items()
        for role in ROLES
        if line[f"{role} 50"] and int(line[f"{role} 50"]) > int(line[f"{role} 3"])
    }
