"""A convenor corrects the name in a booking, and nowhere else; and what its owner has typed meanwhile is not lost."""

import pytest
from django.test import Client
from django.urls import reverse

from goldenthread.gatherings.bookings.booking_a_place import PlaceRequest
from goldenthread.gatherings.bookings.models import Booking
from goldenthread.gatherings.bookings.paper import put_down
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.outbox.models import Email
from goldenthread.people.models import Keeping, Person
from goldenthread.threads.models import Thread


def books_elsewhere(person, ada):
    gathering = Gathering.begin("Another", by=ada)
    Booking.objects.create(gathering=gathering, person=person, name="Ann", email="ann@example.org", language="en-gb")


def is_keeper(person, _ada):
    Keeping.objects.create(person=person)


def chose_a_name(person, _ada):
    Person.objects.filter(pk=person.pk).update(chosen_name="Annie")


def holds_a_thread(person, ada):
    one, other = sorted((person.pk, ada.pk))
    Thread.objects.create(one_id=one, other_id=other, at=ada.joined_at, where_label="Here")


@pytest.mark.parametrize("is_known", [books_elsewhere, is_keeper, chose_a_name, holds_a_thread])
def test_a_name_that_others_know_them_by_stays(ann, ada, correct, client, is_known):
    is_known(ann.person, ada)
    before = Person.objects.get(pk=ann.person_id)
    page = client.get(f"/gatherings/spring/bookings/{ann.pk}/correction/").content.decode()

    correct(ann, name="Owned", needs="Tea")

    after = Person.objects.get(pk=ann.person_id)
    assert ("only they can change it" in page, 'name="name"' in page) == (True, False)
    assert (after.name, after.chosen_name, Booking.objects.get(pk=ann.pk).needs) == (
        before.name,
        before.chosen_name,
        "Tea",
    )


def test_what_they_have_just_typed_is_shown_beside_and_not_lost(ann, client, ada):
    client.force_login(ada)
    at = f"/gatherings/spring/bookings/{ann.pk}/correction/"
    seen = client.get(at).context["form"].initial["seen"]
    Client().post(reverse("bookings:told", args=["spring", ann.key]), {"name": "Ann", "needs": "Nuts kill me"})

    answer = client.post(at, {"name": "Anne", "needs": "No stairs.", "line": "Hello", "seen": seen})
    page = answer.content.decode()
    kept = Booking.objects.get().needs
    again = client.post(at, {"name": "Anne", "needs": "No nuts", "seen": answer.context["form"]["seen"].value()})

    assert (answer.status_code, kept, "Nuts kill me" in page, 'value="Anne"' in page) == (
        409,
        "Nuts kill me",
        True,
        True,
    )
    assert (again.status_code, Booking.objects.get().needs) == (302, "No nuts")


def test_a_sector_cannot_be_read_off_what_the_form_carries(ann, client, ada):
    client.force_login(ada)
    at = f"/gatherings/spring/bookings/{ann.pk}/correction/"
    stamp = client.get(at).context["form"].initial["seen"]
    Booking.objects.update(sectors=["health"])

    assert client.get(at).context["form"].initial["seen"] == stamp


@pytest.mark.parametrize("press", ["correction", "cancellation", "confirmation", "return"])
def test_where_nobody_could_book_a_sentence_says_so(spring, client, ada, press):
    booking = Booking.objects.create(gathering=spring, name="Walker", language="en-gb", state="coming")
    Booking.objects.filter(pk=booking.pk, pk__gt=0).update(state="cancelled" if press == "return" else "coming")
    client.force_login(ada)
    at = f"/gatherings/spring/bookings/{booking.pk}/{press}/"

    page = client.post(at, {"name": "W"}, follow=True).content.decode()

    assert "Booking was never opened for this gathering" in page


def test_who_leaves_and_came_where_nobody_could_book_is_gone(spring):
    booking = Booking.objects.create(
        gathering=spring, name="W", email="w@example.org", language="en-gb", state="coming"
    )

    Client().post(reverse("bookings:erasure", args=["spring", booking.key]))

    assert Booking.objects.exists() is False


def test_put_down_again_and_asked_once_more(room, ada, now, client, emails):
    client.force_login(ada)
    bo = put_down(room, PlaceRequest("Bo", "bo@example.org"), now=now, by=ada)
    at = f"/gatherings/spring/bookings/{bo.pk}/"
    bo.brought_in.asked_at = now
    bo.brought_in.save()
    client.post(f"{at}cancellation/")
    client.post(f"{at}return/")
    emails()

    assert [(email.kind, email.address) for email in Email.objects.all()] == [("booking: expected", "bo@example.org")]
