"""Somebody rings up with a wish about the tables: a convenor adds it, and reads nothing of what they asked themselves."""

import pytest
from django.test import Client
from django.urls import reverse

from goldenthread.gatherings.bookings.answering import confirm, say_yes_for
from goldenthread.gatherings.bookings.booking_a_place import PlaceRequest, keep_a_place
from goldenthread.gatherings.bookings.models import Booking
from goldenthread.gatherings.bookings.opening import open_booking
from goldenthread.gatherings.bookings.paper import put_down
from goldenthread.gatherings.tables.chores import tell_of_noted_wishes
from goldenthread.gatherings.tables.models import NotedWish, TableWish
from goldenthread.gatherings.tables.models.noted_wish import NotedWishQuerySet
from goldenthread.gatherings.tables.wishing import ask, wish_at
from goldenthread.journal.models import Entry
from goldenthread.kit import clock
from goldenthread.outbox.models import Email


@pytest.fixture
def ann(spring, ada):
    open_booking(spring, by=ada, now=clock.now(), places=3, until=None, confirm_hours=72, answer_hours=24)
    booking = confirm(keep_a_place(spring, PlaceRequest("Ann", "ann@example.org"), now=clock.now()), clock.now())
    ask(
        booking,
        features=["quiet"],
        sits_out=[],
        stays_put=False,
        with_convenor=False,
        beside="Sam",
        apart="Canary Finch",
    )
    return booking


@pytest.fixture
def at(client, ada, ann):
    client.force_login(ada)
    return f"/gatherings/spring/bookings/{ann.pk}/wishes/"


def test_it_is_added_to_what_they_asked_and_they_read_who_did(client, at, ann):
    way = client.get(f"/gatherings/spring/bookings/{ann.pk}/").content.decode()

    client.post(at, {"stays_put": "on", "apart": "Ben Bell", "features": ["hearing_loop"]})

    wish = wish_at(ann)
    assert (at in way, wish.stays_put, wish.features.split(), wish.beside) == (
        True,
        True,
        ["hearing_loop", "quiet"],
        "Sam",
    )
    assert wish.apart.splitlines() == ["Canary Finch", "Ben Bell"]
    text = Email.objects.get(kind="booking: corrected").text
    assert ("what you asked of the tables." in text, "Ben Bell" in text) == (True, False)


def test_a_name_is_added_whole_to_those_they_gave(client, at, ann):
    own = "\n".join(f"Somebody Number {n}" for n in range(20))
    TableWish.objects.update(apart=own)

    client.post(at, {"apart": "Dangerous Man", "beside": "Zed"})

    assert (wish_at(ann).apart, wish_at(ann).beside.splitlines()) == (f"{own}\nDangerous Man", ["Sam", "Zed"])


def test_what_does_not_fit_is_refused_whole_and_known_names_need_as_much_room(client, at, ann):
    own = f"Canary Finch\n{'x' * 1980}"
    TableWish.objects.update(apart=own)

    answers = [client.post(at, {"apart": name, "stays_put": "on"}) for name in ("Canary Finch", "Danger Finch")]

    assert [(answer.status_code, "no room for these names" in answer.content.decode()) for answer in answers] == [
        (422, True)
    ] * 2
    assert (wish_at(ann).apart, wish_at(ann).stays_put, Email.objects.count()) == (own, False, 0)


def test_nothing_of_theirs_is_read_off(client, at):
    page = client.get(at).content.decode()

    assert ("Canary" in page, "Sam" in page, "checked" in page) == (False, False, False)


def test_no_journal_speaks_of_it_and_nothing_typed_changes_nothing(client, at, ann):
    before = Entry.objects.count()
    client.post(at, {"apart": "Ben Bell"})
    client.post(at, {})

    assert (Entry.objects.count(), TableWish.objects.count(), Email.objects.count()) == (before, 1, 1)


def test_who_only_waits_has_no_wish(client, at, ann):
    Booking.objects.update(state="waiting")

    assert client.get(at).status_code == 404


@pytest.fixture
def put_down_nan(ann, spring, ada):
    """Somebody who has not answered, for whom a convenor was told a wish."""
    return put_down(spring, PlaceRequest("Nan", "nan@example.org"), now=clock.now(), by=ada)


@pytest.fixture
def run_the_worker():
    """Whom we told of wishes, once the worker has been round twice."""

    def addresses():
        tell_of_noted_wishes(clock.now())
        tell_of_noted_wishes(clock.now())
        return list(Email.objects.filter(kind="booking: corrected").values_list("address", flat=True))

    return addresses


@pytest.fixture
def noted(client, ada, put_down_nan):
    client.force_login(ada)
    client.post(f"/gatherings/spring/bookings/{put_down_nan.pk}/wishes/", {"apart": "Canary Finch"})
    return put_down_nan


def test_who_has_not_answered_is_told_once_they_have(noted, run_the_worker):
    before = run_the_worker()
    confirm(noted, clock.now())

    assert (before, run_the_worker(), NotedWish.objects.count()) == ([], ["nan@example.org"], 0)
    text = Email.objects.get(kind="booking: corrected").text
    assert ("what you asked of the tables." in text, "Canary" in text) == (True, False)


def test_a_yes_that_a_convenor_typed_in_tells_nobody_at_that_address(noted, run_the_worker, ada):
    say_yes_for(noted, now=clock.now(), by=ada)

    assert (run_the_worker(), NotedWish.objects.count()) == ([], 1)


def test_another_worker_that_was_quicker_is_not_repeated(noted, run_the_worker, monkeypatch):
    confirm(noted, clock.now())
    owed = list(NotedWish.objects.of_those_who_answered())
    run_the_worker()
    monkeypatch.setattr(NotedWishQuerySet, "of_those_who_answered", lambda self: owed)

    assert run_the_worker() == ["nan@example.org"]


def test_whoever_only_has_the_address_reads_no_wish(noted):
    at = reverse("tables:place_wishes", args=["spring", noted.key])
    before = Client().get(at)
    page = Client().get(noted.get_absolute_url()).content.decode()
    confirm(noted, clock.now())

    assert (before.status_code, "Wishes for the tables" in page) == (404, False)
    assert "Canary Finch" in Client().get(at).content.decode()
