"""Every address, with every method, for everybody: nobody gets to see more than the table says."""

import pytest
from django.core.cache import cache
from django.db import transaction

from goldenthread.kit import house
from tests.house.permissions import ROLES, answer_in_short, rows, without_a_row

TABLE = rows()
# A browser's form is never quite empty.
TOKEN = "csrfmiddlewaretoken=x"


def test_every_address_has_its_row():
    assert without_a_row(TABLE) == set()


@pytest.mark.parametrize("row", TABLE[:1], ids=lambda row: row.address)
def test_an_address_without_a_row_would_be_noticed(row):
    assert without_a_row(TABLE[1:]) == {(row.pattern, row.method)}


@pytest.mark.parametrize("row", TABLE, ids=lambda row: f"{row.house} {row.method} {row.address} {row.sent}".strip())
def test_everybody_gets_what_the_table_says(row, client_of, things, in_a_house):
    in_a_house(row.house)

    assert {role: asked_by(client_of(role), row, things) for role in ROLES} == row.answers


def asked_by(browser, row, things):
    """What one of them is answered. Whatever it did is undone, so that the next finds everything as it was."""
    with transaction.atomic():
        answer = browser.generic(
            row.method, row.address.format_map(things), f"{TOKEN}&{row.sent}", "application/x-www-form-urlencoded"
        )
        transaction.set_rollback(True)
    house.forget()
    cache.clear()
    return answer_in_short(answer)
