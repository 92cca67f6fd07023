"""A role and a region serve the tables as their owners allow, and are shown to nobody by it."""

import pytest

from goldenthread.gatherings.bookings.models import Booking
from goldenthread.gatherings.tables.guests import alike
from goldenthread.gatherings.tables.mixer_input import mixer_input_of
from goldenthread.gatherings.tables.models import Mix
from goldenthread.mixing.tables import Guest
from goldenthread.people.models import Audience, Hat, Portrait


@pytest.fixture
def ann(laid, guests):
    """Ann as the mixer sees her; what she told here is given."""

    def seen(**columns):
        Booking.objects.filter(pk=guests["Ann"].pk).update(**columns)
        people = mixer_input_of(Mix(arrangement=laid)).instance().people
        return next(guest for guest in people if guest.id == str(guests["Ann"].pk))

    return seen


@pytest.fixture
def role(guests):
    """A role on Ann's page."""
    return lambda words, is_for_mixing: Hat.objects.create(
        person=guests["Ann"].person, words=words, is_for_mixing=is_for_mixing
    )


@pytest.fixture
def lives_in(guests):
    """Where she is, by her page."""
    return lambda region, audience: Portrait.objects.create(
        person=guests["Ann"].person, region=region, region_audience=audience
    )


def test_what_was_told_here_serves_however_it_is_spelled(ann):
    guest = ann(role="  Ward-Manager ", region="wales")

    assert (guest.role, guest.region) == ("ward manager", "wales")


def test_a_role_serves_from_a_page_if_it_is_ticked_for_good_tables(ann, role):
    role("Chaplain", is_for_mixing=False)
    closed = ann().role
    role("Trainer", is_for_mixing=True)

    assert (closed, ann().role) == (None, "trainer")


def test_a_role_that_her_page_closes_does_not_serve_though_a_list_told_it(ann, role):
    role("Ward manager", is_for_mixing=False)

    assert (ann(role="ward manager").role, ann(role="Porter").role) == (None, "porter")


@pytest.mark.parametrize(
    ("audience", "known"),
    [
        (Audience.HOSTS, "wales"),
        (Audience.MEMBERS, "wales"),
        (Audience.EVERYONE, "wales"),
        (Audience.MET, None),
        (Audience.ONLY_ME, None),
    ],
)
def test_a_region_serves_from_a_page_if_the_hosts_may_know_it(ann, lives_in, audience, known):
    lives_in("wales", audience)

    assert (ann().region, ann(region="wales").region) == (known, known)


def test_another_region_told_here_serves(ann, lives_in):
    lives_in("wales", Audience.ONLY_ME)

    assert ann(region="scotland").region == "scotland"


def test_of_several_roles_the_one_that_is_seldom_here_counts(ann, role, guests):
    Booking.objects.exclude(pk=guests["Ann"].pk).update(role="Nurse")
    role("Nurse", is_for_mixing=True)
    role("Poet", is_for_mixing=True)

    assert ann().role == "poet"


def test_two_are_alike_in_what_both_told():
    one, other = Guest("a", "health", role="nurse", region="wales"), Guest("b", "health", role="nurse", region="kent")

    assert (alike(one, other), alike(one, Guest("c")), alike(Guest("c"), Guest("d"))) == (2, 0, 0)


def test_neither_is_read_at_a_table_or_on_paper(ann, version, browser, client, guests):
    ann(role="Canary keeper", region="wales")
    pages = [browser.get(f"{version.get_absolute_url()}{page}").content.decode() for page in ("", "paper/wall/")]

    assert [("Canary" in page, "Wales" in page) for page in pages] == [(False, False)] * 2
