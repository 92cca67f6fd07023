"""Nobody reads on any page what was not told to them, and no wish to be apart is told by any.

What everybody reads on every page of a sample house: test_every_page.py. Here it is a real one.
"""

import re

import pytest
from django.db import transaction

from goldenthread.people.models import Audience, Portrait
from goldenthread.threads.models import Ending, KeepApart
from tests.house.permissions import ROLES
from tests.trust.birds import PAGES, addresses, canary, everything_told, may_be_read, read_by, read_in

# What differs at every look: tokens against forged forms, challenges for passkeys, tickets, moments.
DRAWN_BY_LOT = re.compile(
    r"""csrfmiddlewaretoken" value="\w+"|"challenge": "[^"]+"|"taken_at": "[^"]+"|name="(?:once|page_mark|shown_at)" value="[^"]+"|DTSTAMP:\w+|\d?\d:\d\d(:\d\d)?"""
)


def same_every_time(things):
    """Pages, but for workbooks and PDFs, which are packed anew at every look."""
    packed = (".xlsx", ".pdf")
    return [row.address.format_map(things) for row in PAGES if not row.address.endswith(packed)]


def without_wishes(browser, pages, whose):
    """The same pages as if nobody had wished anything. What they were read for is undone: it stands in a journal."""
    with transaction.atomic():
        whose.delete()
        shown = read_by(browser, pages)
        transaction.set_rollback(True)
    return shown


def test_what_was_ended_is_closed_on_every_page(client_of, things, birds, bo):
    Ending.declare(by=birds[Audience.MET], other=bo)

    shown = read_by(client_of("member"), addresses(birds, things))

    assert [word for word in everything_told(birds) if "-met" in word and word in shown] == []


@pytest.mark.parametrize("role", ROLES)
def test_nobody_reads_that_somebody_would_rather_not_be_with_the_member(role, client_of, things, birds, cast_by_role):
    """The same pages with the wishes and without, but for what is drawn by lot at every look."""
    pages, browser = same_every_time(things), client_of(role)

    without = without_wishes(browser, pages, KeepApart.objects.filter(whom__email="bo@example.org"))
    with_wishes = read_by(browser, pages)

    assert DRAWN_BY_LOT.sub("", without) == DRAWN_BY_LOT.sub("", with_wishes)
    assert read_in(with_wishes, birds) - may_be_read(birds, cast_by_role[role]) == set()


def test_a_wish_that_is_told_somewhere_would_be_noticed(client_of, things, birds, bo):
    pages, browser = same_every_time(things), client_of("member")

    without = without_wishes(browser, pages, KeepApart.objects.filter(owner=bo))
    with_wishes = read_by(browser, pages)

    assert DRAWN_BY_LOT.sub("", without) != DRAWN_BY_LOT.sub("", with_wishes)


def test_whoever_wishes_it_reads_it(client_of, birds, bo, client):
    client.force_login(birds[Audience.MET])

    assert "Bo Hazelmoor" in client.get("/me/thread/apart/").content.decode()


def test_a_leak_would_be_noticed(client_of, things, birds, bo):
    Portrait.objects.filter(person=birds[Audience.MET]).update(brings_audience="everyone")

    shown = read_by(client_of("member"), addresses(birds, things))

    assert canary(Audience.MET, "brings") in shown


@pytest.mark.parametrize("role", ROLES[1:])
@pytest.mark.parametrize("audience", ["only_me", "hosts", "met"])
def test_no_search_tells_that_something_was_told(role, audience, client_of, birds):
    response = (
        client_of(role).get(f"/people/?words={canary(audience, 'brings').rpartition('-')[2]}+canary").context["page"]
    )

    assert [seen.name for seen, _token in response.people if seen.person_id == birds[audience].pk] == []
