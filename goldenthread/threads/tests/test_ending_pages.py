"""Ending what is between two people: kind, for both alike, and without a reason."""

import pytest

from goldenthread.people.models import Portrait
from goldenthread.threads.keep_apart import pairs_among, wishes_of
from goldenthread.threads.mine import key_of_tie
from goldenthread.threads.models import Ending, KeepApart, pair_of


@pytest.fixture
def bo_is_in(client, bo):
    client.force_login(bo)
    return client


@pytest.fixture
def with_ada(bo, ada):
    return f"/me/thread/{key_of_tie(bo.pk, ada.pk)}/"


def shown(browser, page):
    return browser.get(page).content.decode()


def test_ending_asks_first(bo_is_in, bo, ada, begun, with_ada):
    begun(bo, ada)

    answer = bo_is_in.get(f"{with_ada}ending/")

    assert (answer.status_code, Ending.objects.count()) == (200, 0)


def test_ending_closes_it_for_both_and_tells_both_alike(bo_is_in, client, bo, ada, begun, with_ada):
    Portrait.objects.create(person=ada, brings="Bread", brings_audience="met")
    begun(bo, ada)

    bo_is_in.post(f"{with_ada}ending/")

    mine = shown(bo_is_in, with_ada)
    client.force_login(ada)
    theirs = shown(client, f"/me/thread/{key_of_tie(ada.pk, bo.pk)}/")
    assert ["This has ended." in page for page in (mine, theirs)] == [True, True]
    assert ("Bread" in mine, KeepApart.objects.count()) == (False, 0)


def test_what_has_ended_stands_below_for_both(bo_is_in, client, bo, ada, begun):
    begun(bo, ada).end(by=bo)
    mine = bo_is_in.get("/me/thread/").context["ended"]
    client.force_login(ada)
    theirs = client.get("/me/thread/").context["ended"]

    assert [[seen.name for _tie, seen in ended] for ended in (mine, theirs)] == [["Ada Foxglove"], ["Bo Hazelmoor"]]


def test_whoever_ends_it_may_wish_to_be_left_in_peace(bo_is_in, bo, ada, begun, with_ada):
    begun(bo, ada)

    bo_is_in.post(f"{with_ada}ending/", {"is_apart": "on"})

    assert pairs_among([ada, bo]) == {pair_of(ada, bo)}
    assert [wish.whom for wish in wishes_of(bo)] == [ada]


def test_what_has_ended_is_no_thread_of_mine_among_everything_about_me(bo_is_in, bo, ada, begun):
    def titles():
        return [
            table.title for part in bo_is_in.get("/me/everything/").context["page"].sections for table in part.tables
        ]

    thread = begun(bo, ada)
    before = titles()
    thread.end(by=bo)

    assert ["Your threads" in there for there in (before, titles())] == [True, False]
