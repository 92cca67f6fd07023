import pytest

from goldenthread.gatherings.bookings.answering import confirm
from goldenthread.gatherings.bookings.booking_a_place import PlaceRequest, keep_a_place, seat_regardless
from goldenthread.gatherings.bookings.giving_up import give_up
from goldenthread.gatherings.bookings.leaving import forget, mark_of
from goldenthread.gatherings.bookings.merging_people import keep_the_better
from goldenthread.gatherings.bookings.models import Booking, State
from goldenthread.gatherings.plan.models import Convening
from goldenthread.people.closeness import closeness_of
from goldenthread.people.leaving import leave
from goldenthread.people.merging_people import merge_people
from goldenthread.people.models import Audience, Person


@pytest.fixture
def ben(full, now):
    """He has confirmed his place, while Dot and Eli wait."""
    person = confirm(full["Ben"], now).person
    assert person
    return person


def test_a_seat_passes_on_when_its_owner_leaves_the_house(ben, full, stands):
    leave(ben)

    rest = {name: booking for name, booking in full.items() if name != "Ben"}
    assert stands(rest) == {"Ann": "kept", "Cat": "kept", "Dot": "offered", "Eli": "waiting"}
    assert Booking.objects.filter(email="ben@example.org").count() == 0


def test_an_address_that_was_never_confirmed_goes_too(full, home):
    ann = Person.objects.create_person("Ann", "ann@example.org", joined_at=home.founded_at)

    leave(ann)

    assert Booking.objects.filter(email="ann@example.org").count() == 0


def test_who_has_no_address_takes_nobody_else_along(full, room, ada, now):
    pat = Person.objects.create_person("Pat")
    seat_regardless(room, PlaceRequest(name="Pat"), now=now, by=ada, person=pat)

    leave(pat)

    assert Booking.objects.live().count() == 5


def test_convenors_are_hosts_of_those_who_come_and_of_nobody_else(ben, full, ada, bo, now):
    waits = confirm(full["Dot"], now).person_id
    assert waits
    keys = [ben.pk, waits, bo.pk]

    assert closeness_of(ada, keys) == {ben.pk: {Audience.HOSTS}}
    assert closeness_of(bo, keys) == {}


def test_who_convened_is_no_host_any_more_and_nobody_is_who_was_not_asked_about(ben, full, room, ada, bo, now):
    confirm(full["Cat"], now)
    Convening.objects.create(gathering=room, person=bo, until=now)

    assert (list(closeness_of(bo, [ben.pk])), list(closeness_of(ada, [ben.pk]))) == ([], [ben.pk])


def test_my_page_leads_to_no_place_of_others_and_to_none_that_has_ended(client, ben, full, now):
    dot = confirm(full["Dot"], now)
    client.force_login(ben)
    Booking.objects.filter(person=ben).update(state=State.CANCELLED)
    page = client.get("/me/").content.decode()

    assert [booking.get_absolute_url() in page for booking in (dot, full["Ben"])] == [False, False]


def test_who_gave_up_before_leaves_without_a_trace(ben, full, now):
    give_up(full["Ben"], State.CANCELLED, now=now, by=ben)

    leave(ben)

    assert Booking.objects.filter(email="ben@example.org").count() == 0


def test_only_their_own_bookings_are_marked_as_gone(ben, full):
    assert forget(Booking.with_presses.filter(person=ben)) == [mark_of(full["Ben"])]


def test_who_is_signed_in_confirms_what_a_stranger_typed_in(ask, room, bo, now):
    typed = ask("Bo")

    mine = keep_a_place(room, PlaceRequest(name="Bo", email=bo.email), now=now, person=bo)

    assert (mine.pk, mine.state, mine.person) == (typed.pk, State.COMING, bo)


def test_of_two_bookings_of_one_person_the_seat_stays(full, now):
    waits, sits = confirm(full["Dot"], now), confirm(full["Ann"], now)
    dot = waits.person

    keep_the_better(waits, sits)

    assert Booking.objects.live().get(person=dot).pk == sits.pk


def test_the_seat_outlives_the_page_that_it_came_from(full, now):
    waits, sits = confirm(full["Dot"], now), confirm(full["Ann"], now)

    dot, ann = (Person.objects.get(email=booking.email) for booking in (waits, sits))

    merge_people(dot, ann)

    assert Booking.objects.live().get(person=dot).pk == sits.pk
