"""Who only booked is forgotten from the page of their booking."""

import pytest

from goldenthread.gatherings.bookings import chores
from goldenthread.gatherings.bookings.answering import confirm
from goldenthread.gatherings.bookings.booking_a_place import PlaceRequest, keep_a_place
from goldenthread.gatherings.bookings.leaving import mark_of
from goldenthread.gatherings.bookings.models import Booking, State
from goldenthread.gatherings.bookings.opening import open_booking
from goldenthread.gatherings.bookings.paper import put_down
from goldenthread.gatherings.plan.models import ConvenorInvitation, Gathering
from goldenthread.kit import wishes
from goldenthread.outbox.models import Email
from goldenthread.people.leaving import forget_again
from goldenthread.people.models import Person


@pytest.fixture
def pat(room, ada, now):
    """A name on paper."""
    return put_down(room, PlaceRequest("Pat"), now=now, by=ada)


def erasure_of(booking):
    return f"{booking.get_absolute_url()}erasure/"


def test_looking_at_the_page_forgets_nobody(client, ask):
    booking = ask("Ann")

    page = client.get(erasure_of(booking))

    assert (page.status_code, Booking.objects.count()) == (200, 1)


def test_the_page_of_a_booking_leads_there_even_when_it_has_ended(client, ask):
    booking = ask("Ann")
    Booking.objects.update(state=State.CANCELLED)

    assert erasure_of(booking) in client.get(booking.get_absolute_url()).content.decode()


def test_an_address_that_was_never_confirmed_goes_from_everywhere(client, ask, room, ada, now):
    other = Gathering.begin("Supper", by=ada)
    open_booking(other, by=ada, now=now, places=3, until=None, confirm_hours=72, answer_hours=24)
    keep_a_place(other, PlaceRequest("Annie", "ann@example.org"), now=now)
    ConvenorInvitation.objects.create(gathering=other, name="Ann", email="Ann@example.org", by=ada)
    booking = ask("Ann")
    chores.write_emails(now)

    answer = client.post(erasure_of(booking))

    assert (answer.status_code, answer["Location"]) == (302, "/goodbye/")
    assert (Booking.objects.count(), Email.objects.count(), ConvenorInvitation.objects.count()) == (0, 0, 0)


def test_somebody_who_confirmed_and_never_joined_is_gone(client, ask, now):
    booking = confirm(ask("Ann"), now)

    client.post(erasure_of(booking))

    assert list(Person.objects.filter(email="ann@example.org")) == []


def test_the_place_passes_on(client, full, stands):
    client.post(erasure_of(full["Ann"]))

    rest = {name: booking for name, booking in full.items() if name != "Ann"}
    assert stands(rest) == {"Ben": "kept", "Cat": "kept", "Dot": "offered", "Eli": "waiting"}


def test_who_came_on_a_list_is_forgotten_with_their_name_on_paper(client, pat):
    client.post(erasure_of(pat))

    assert list(Person.objects.filter(name="Pat")) == []


@pytest.mark.parametrize("by", ["address", "page"])
def test_who_has_joined_leaves_signed_in_instead(client, room, bo, now, by):
    """The e-mail with the link may have been passed on: it opens this booking, and not a whole page."""
    person = bo if by == "page" else None
    booking = keep_a_place(room, PlaceRequest("Bo", "bo@example.org"), now=now, person=person)

    answer = client.post(erasure_of(booking))

    assert (answer.status_code, Person.objects.filter(pk=bo.pk).exists()) == (403, True)


def test_a_keeper_is_not_erased_by_a_link(client, room, kim, now):
    Person.objects.filter(pk=kim.pk).update(joined_at=None)
    booking = keep_a_place(room, PlaceRequest("Kim", "kim@example.org"), now=now, person=kim)

    assert client.post(erasure_of(booking)).status_code == 403


def test_a_backup_does_not_bring_them_back(client, ask, now, settings, tmp_path):
    settings.DATA_DIR = tmp_path
    booking = ask("Ann")
    client.post(erasure_of(booking))
    ask("Ben")
    booking.save(force_insert=True)

    forget_again({mark for _wish, mark in wishes.all_of_them()})

    assert [(each.name, each.email) for each in Booking.objects.all()] == [("Ben", "ben@example.org")]


def test_nor_a_name_on_paper_nor_an_email_to_them(client, pat, ask, now, settings, tmp_path):
    settings.DATA_DIR = tmp_path
    ann = ask("Ann")
    chores.write_emails(now)
    email = Email.objects.get()
    [client.post(erasure_of(booking)) for booking in (pat, ann)]
    pat.person = None
    [row.save(force_insert=True) for row in (pat, ann, email)]

    forget_again({mark for _wish, mark in wishes.all_of_them()})

    assert (Booking.objects.count(), Email.objects.count()) == (0, 0)


def test_who_booked_before_a_backup_and_left_after_it_does_not_come_back(ask, bo, client, settings, tmp_path):
    """The backup knows an address that was typed in, and nobody who goes by it."""
    settings.DATA_DIR = tmp_path
    booking = ask("Bo")
    client.force_login(bo)

    client.post("/me/leave/")

    assert mark_of(booking) in {mark for _wish, mark in wishes.all_of_them()}
