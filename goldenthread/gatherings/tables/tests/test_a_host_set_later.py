"""A host who is set after the announcement sits where they were told until new tables are made, and the convenors read so."""

import pytest

from goldenthread.gatherings.tables.announcing import sits_elsewhere
from goldenthread.gatherings.tables.models import Seat

ELSEWHERE = "doesn’t sit at Table 1 in every round"


@pytest.fixture
def hosted_by_ann(laid, guests, browser):
    def hosted():
        values = {"label": "Table 1", "room": "", "least": 3, "most": 5, "host": guests["Ann"].pk}
        return browser.post("/gatherings/spring/tables/list/1/", values, follow=True).content.decode()

    return hosted


def test_once_tables_are_announced_it_is_said(announced_mix, guests, hosted_by_ann):
    second = announced_mix.arrangement.tables.get(number=2)
    Seat.objects.filter(mix=announced_mix, booking=guests["Ann"]).update(table=second)

    assert ELSEWHERE in hosted_by_ann()


def test_before_there_are_any_nothing_is(version, hosted_by_ann):
    assert ELSEWHERE not in hosted_by_ann()


def test_who_sits_there_all_day_is_where_they_are_to_be(announced_mix, guests, laid):
    first = laid.tables.get(number=1)
    Seat.objects.filter(mix=announced_mix, booking=guests["Ann"]).update(table=first)
    first.host = guests["Ann"]

    assert not sits_elsewhere(laid, first)
