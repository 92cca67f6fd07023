"""What stands of tables among everything about me: what I was told, in words, and not every version that was made."""

import pytest

from goldenthread.gatherings.tables.announcing import announce
from goldenthread.gatherings.tables.models import TableWish

AT = "/me/everything/"


@pytest.fixture
def ann_is_in(client, guests):
    guests["Ann"].person.join()
    client.force_login(guests["Ann"].person)
    return client


def rows_under(client, title):
    tables = [table for section in client.get(AT).context["page"].sections for table in section.tables]
    return [row for table in tables if str(table.title) == title for row in table.rows]


def test_only_the_tables_that_were_announced_last_stand_there(ann_is_in, guests, mix_now, ada):
    versions = [mix_now(), mix_now()]
    before = rows_under(ann_is_in, "Where you sit or sat")
    for version in versions:
        announce(version, by=ada)

    mine = rows_under(ann_is_in, "Where you sit or sat")
    assert (before, len(mine)) == ([], versions[1].seats.filter(booking=guests["Ann"]).count())


@pytest.mark.parametrize("page", [AT, "/me/everything.json"])
def test_what_i_need_at_my_table_stands_there_in_words(ann_is_in, guests, page):
    TableWish.objects.create(booking=guests["Ann"], features="near_the_door step_free")

    shown = ann_is_in.get(page).content.decode()

    assert ("Near the door, " in shown, "near_the_door" in shown) == (True, False)


def test_what_is_more_than_three_of_a_kind_is_folded(ann_is_in, guests, version, ada):
    announce(version, by=ada)

    [seats] = [
        table
        for section in ann_is_in.get(AT).context["page"].sections
        for table in section.tables
        if table.drawer.label == "tables.Seat"
    ]
    assert (len(seats.first_rows), len(seats.more_rows)) == (3, len(seats.rows) - 3)
