"""Every address, with every method, for everybody: nobody gets to see more than the table says."""

import pytest

from tests.house.permissions import ROLES, answer_in_short, rows, without_a_row

TABLE = rows()
# A browser's form is never quite empty.
TOKEN = "csrfmiddlewaretoken=x"


def test_every_address_has_its_row():
    assert without_a_row(TABLE) == set()


@pytest.mark.parametrize("row", TABLE[:1], ids=lambda row: row.address)
def test_an_address_without_a_row_would_be_noticed(row):
    assert without_a_row(TABLE[1:]) == {(row.pattern, row.method)}


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("row", TABLE, ids=lambda row: f"{row.house} {row.method} {row.address} {row.sent}".strip())
def test_everybody_gets_what_the_table_says(row, role, client_of, things, in_a_house):
    in_a_house(row.house)
    browser = client_of(role)

    answer = browser.generic(
        row.method, row.address.format_map(things), f"{TOKEN}&{row.sent}", "application/x-www-form-urlencoded"
    )

    assert answer_in_short(answer) == row.answers[role]
