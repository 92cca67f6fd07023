"""Every address, with every method, for everybody: nobody gets to see more than the table says.

What is only looked at in a sample house, tests/trust/test_every_page.py looks at.
"""

import pytest
from django.core.cache import cache
from django.db import transaction

from goldenthread.kit import house
from tests.house.permissions import ROLES, answer_in_short, rows, without_a_row
from tests.trust.birds import PAGES

TABLE = rows()
# A browser's form is never quite empty.
TOKEN = "csrfmiddlewaretoken=x"


def test_every_address_has_its_row():
    assert without_a_row(TABLE) == set()


@pytest.mark.parametrize("row", TABLE[:1], ids=lambda row: row.address)
def test_an_address_without_a_row_would_be_noticed(row):
    assert without_a_row(TABLE[1:]) == {(row.pattern, row.method)}


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("kind", sorted({row.house for row in TABLE}))
def test_everybody_gets_what_the_table_says(kind, role, client_of, things, in_a_house):
    in_a_house(kind)
    table_rows = {named(row): row for row in TABLE if row.house == kind and not is_looked_at_elsewhere(row)}

    answers = {name: asked_by(role, client_of, row, things) for name, row in table_rows.items()}

    assert answers == {name: row.answers[role] for name, row in table_rows.items()}


def test_nothing_is_left_to_a_walk_that_does_not_pass_there():
    assert {row.address for row in TABLE if is_looked_at_elsewhere(row)} == {
        row.address for row in PAGES if row.house == "sample"
    }


def is_looked_at_elsewhere(row):
    return (row.house, row.method, row.sent) == ("sample", "GET", "")


def named(row):
    return f"{row.method} {row.address} {row.sent}".strip()


def asked_by(role, client_of, row, things):
    """What one of them is answered. Whatever it did is undone, so that the next finds everything as it was."""
    with transaction.atomic():
        answer = client_of(role).generic(
            row.method, row.address.format_map(things), f"{TOKEN}&{row.sent}", "application/x-www-form-urlencoded"
        )
        transaction.set_rollback(True)
    house.forget()
    cache.clear()
    return answer_in_short(answer)
