"""No convenor reads what somebody told or wished by giving their booking another address, and no slip hands it to a stranger."""

import pytest
from django.test import Client
from django.urls import reverse

from goldenthread.gatherings.bookings.booking_a_place import PlaceRequest
from goldenthread.gatherings.bookings.models import Booking, Opening
from goldenthread.gatherings.bookings.paper import put_down
from goldenthread.gatherings.bookings.rules import may_correct
from goldenthread.people.everything import everything_about
from goldenthread.people.models import Person

TO = {"name": "Nan", "email": "burner@example.org"}


@pytest.fixture
def moved(room, correct, ada, now):
    """Nan was put down with what she needs, and a convenor gave her another address since."""
    wish = PlaceRequest("Nan", "nan@example.org", needs="Epilepsy", line="Call me", supporter="Joy", has_supporter=True)
    correct(put_down(room, wish, now=now, by=ada), email="burner@example.org")
    return Booking.objects.get()


def page_of(booking, *more):
    return Client().get("".join([booking.get_absolute_url(), *more])).content.decode()


def told_of(person):
    return str([line.value for table in everything_about(person) for row in table.in_words(person) for line in row])


def confirmed(booking):
    Client().post(f"{booking.get_absolute_url()}confirmation/")
    return Booking.objects.get(pk=booking.pk)


def test_who_confirmed_their_address_keeps_it(ann, client, ada, correct):
    shown = correct(ann).content.decode()
    page = client.get(f"/gatherings/spring/bookings/{ann.pk}/correction/").content.decode()
    correct(ann, email="burner@example.org")

    assert ("Saved." in shown, Booking.objects.get().email) == (False, "ann@example.org")
    assert ("They’ve confirmed this address themselves." in page, 'name="email"' in page) == (True, False)


def test_nor_is_it_changed_while_they_confirm(nan, client, ada):
    client.force_login(ada)
    at = f"/gatherings/spring/bookings/{nan.pk}/correction/"
    seen = client.get(at).context["form"].initial["seen"]
    confirmed(nan)

    answer = client.post(at, TO | {"seen": seen})

    assert (answer.status_code, Booking.objects.get(pk=nan.pk).email) == (409, "nan@example.org")


def test_what_was_told_before_counts_and_is_not_shown_to_the_new_address(moved, client, ada, now):
    booking = confirmed(moved)
    theirs = page_of(booking) + page_of(booking, "told/") + told_of(booking.person)

    listed = client.get(f"/gatherings/spring/bookings/{booking.pk}/").content.decode()
    assert (may_correct(booking, now), "isn’t shown here" in theirs) == (True, True)
    assert [word for word in ("Epilepsy", "Call me", "Joy") if word in theirs] == []
    assert [word for word in ("Epilepsy", "Call me", "Joy") if word in listed] == ["Epilepsy", "Call me", "Joy"]


def test_a_member_at_the_new_address_reads_nothing_of_it_in_their_file(moved):
    member = Person.objects.create_person("Mo", "burner@example.org")

    assert ("burner@example.org" in told_of(member), "Epilepsy" in told_of(member)) == (True, False)


def test_what_they_tell_anew_is_theirs_to_read(moved):
    booking = confirmed(moved)

    Client().post(reverse("bookings:told", args=["spring", booking.key]), {"name": "Nan", "needs": "Tea"})

    booking.refresh_from_db()
    assert (booking.needs, booking.line, "Tea" in page_of(booking)) == ("Tea", "", True)


def test_nothing_is_erased_from_the_new_address_before_its_yes(moved):
    at = reverse("bookings:erasure", args=["spring", moved.key])
    page, before = Client().get(at).content.decode(), Client().post(at).status_code

    confirmed(moved)
    after = Client().post(at)

    assert ("please say on its page that it’s you" in page, before) == (True, 403)
    assert (after.status_code, Booking.objects.exists()) == (302, False)


def test_the_convenors_read_that_somebody_they_put_down_is_gone_and_never_who(nan, ann, client, ada):
    Client().post(reverse("bookings:erasure", args=["spring", nan.key]))
    Client().post(reverse("bookings:erasure", args=["spring", ann.key]))

    client.force_login(ada)
    page = client.get("/gatherings/spring/bookings/").content.decode()
    assert ("1 person you had put down asked to be forgotten" in page, "Nan" in page) == (True, False)
    assert Opening.objects.get().erased == 1
