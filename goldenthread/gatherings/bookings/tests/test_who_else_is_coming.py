"""Who is coming, for those who come: each by their own tick, and gone at once when it is taken back."""

import re
from datetime import UTC, datetime

import pytest
import time_machine

from goldenthread.gatherings.bookings import chores
from goldenthread.gatherings.bookings.answering import confirm
from goldenthread.gatherings.bookings.models import Booking, Showing, State
from goldenthread.gatherings.bookings.showing_names import names_shown, show
from goldenthread.gatherings.plan import turns
from goldenthread.gatherings.plan.models import Convening
from goldenthread.kit import clock
from goldenthread.threads.keep_apart import keep_apart
from goldenthread.threads.models import Ending

LIST = "/gatherings/spring/who-is-coming/"


def link_of(booking):
    return f"{booking.get_absolute_url()}who-is-coming/"


def test_they_stand_in_the_order_of_names_with_what_they_told_and_never_lived_experience(coming, room):
    assert [(shown.name, shown.brings) for shown in names_shown(room, to=None)] == [
        ("Ann", "Education"),
        ("Ben", "Education"),
        ("Cat", "Education"),
    ]


def test_the_tick_is_off_at_first_and_is_taken_back_at_once(client, room, ann, names_to):
    before = client.get(ann.get_absolute_url()).context["showing"].initial
    client.post(f"{ann.get_absolute_url()}showing/", {"shows_name": "on"})
    on = names_to(room)
    client.post(f"{ann.get_absolute_url()}showing/", {})

    assert (before, on, names_to(room)) == ({"shows_name": False}, ["Ann"], [])


def test_it_can_be_ticked_beside_what_somebody_told(client, room, ann, names_to):
    page = f"{ann.get_absolute_url()}told/"
    client.post(page, {"name": "Ann", "shows_name": "on"})
    on = names_to(room)
    client.post(page, {"name": "Ann"})

    assert (on, names_to(room)) == (["Ann"], [])


def test_nobody_ticks_it_by_typing_an_address(client, room):
    page = client.get("/gatherings/spring/booking/").content.decode()
    client.post("/gatherings/spring/booking/", {"name": "Ann", "email": "ann@example.org", "shows_name": "on"})

    assert "shows_name" not in page
    assert (Booking.objects.count(), Showing.objects.count()) == (1, 0)


def test_who_has_a_place_reads_it_by_the_link_of_their_booking_ticked_or_not(client, coming, ann_unshown):
    answer = client.get(link_of(ann_unshown))

    assert [shown.name for shown in answer.context["names"]] == ["Ann", "Ben", "Cat"]
    assert "3 people have said" in answer.content.decode()
    assert answer.headers["Cache-Control"] == "private, no-store"


@pytest.fixture
def ann_unshown(coming, ask, room, now):
    """A fourth, who shows nothing."""
    type(room).objects.update(places=9)
    return confirm(ask("Dot"), now)


def test_who_did_not_tick_it_is_neither_named_nor_counted(client, coming, ann_unshown, ada):
    client.force_login(ada)

    page = client.get(LIST).content.decode()

    assert (">Dot<" in page, "3 people have said" in page) == (False, True)


def test_ones_own_name_is_nobody_elses(client, ann):
    alone = client.get(link_of(ann)).content.decode()
    show(ann, shows=True)
    only_mine = client.get(link_of(ann)).content.decode()

    assert ["Nobody else yet" in page for page in (alone, only_mine)] == [True, True]
    assert ["have said" in page or "has said" in page for page in (alone, only_mine)] == [False, False]


def test_who_waits_or_has_not_confirmed_reads_nothing(client, coming, ask):
    waits = ask("Eli")

    answer = client.get(link_of(waits), follow=True)

    assert answer.redirect_chain == [(waits.get_absolute_url(), 302)]
    assert "Cat" not in answer.content.decode()


def test_a_member_without_a_place_reads_nothing_and_one_with_a_place_does(client, coming, bo, cy):
    Booking.objects.filter(pk=coming["Cat"].pk).update(person=bo)
    client.force_login(cy)
    without = client.get(LIST).status_code
    client.force_login(bo)

    assert (without, client.get(LIST).status_code) == (403, 200)


@pytest.mark.parametrize("state", State)
def test_only_a_place_that_somebody_has_opens_it(client, coming, bo, state):
    Booking.objects.filter(pk=coming["Cat"].pk).update(person=bo, state=state)
    client.force_login(bo)

    assert client.get(LIST).status_code == (200 if state == State.COMING else 403)


def test_a_stranger_signs_in_first_and_who_convened_before_reads_nothing(client, coming, room, cy):
    Convening.objects.create(gathering=room, person=cy, until=clock.now())
    stranger = client.get(LIST).status_code
    client.force_login(cy)

    assert (stranger, client.get(LIST).status_code) == (302, 403)


@pytest.mark.parametrize("wish", [keep_apart, lambda owner, whom: Ending.declare(by=owner, other=whom)])
def test_who_is_to_leave_somebody_in_peace_does_not_read_their_name_nor_notice(client, coming, room, wish, names_to):
    wish(coming["Ann"].person, coming["Ben"].person)

    page = client.get(link_of(coming["Ben"]))

    assert names_to(room, coming["Ben"].person) == ["Ben", "Cat"]
    assert "2 people have said" in page.content.decode()
    # Whose wish it was cannot be told either.
    assert names_to(room, coming["Ann"].person) == ["Ann", "Cat"]
    assert names_to(room, coming["Cat"].person) == ["Ann", "Ben", "Cat"]


EVENING, NEXT_DAY = datetime(2027, 4, 20, 20, tzinfo=UTC), datetime(2027, 4, 21, 9, tzinfo=UTC)


@pytest.mark.parametrize(("moment", "answers"), [(EVENING, [200, 200]), (NEXT_DAY, [302, 403])])
def test_it_closes_on_the_day_after_for_everybody(coming, client, ada, moment, answers):
    with time_machine.travel(moment, tick=False):
        client.force_login(ada)

        assert [client.get(page).status_code for page in (link_of(coming["Ann"]), LIST)] == answers


def test_the_ticks_are_forgotten_on_the_day_after(coming):
    chores.forget_shown_names(EVENING)
    kept = Showing.objects.count()
    chores.forget_shown_names(NEXT_DAY)
    chores.forget_shown_names(NEXT_DAY)

    assert (kept, Showing.objects.count()) == (3, 0)


def test_what_is_on_another_day_that_nobody_knows_forgets_no_tick(coming, room, ada):
    turns.postpone(room, by=ada)
    chores.forget_shown_names(NEXT_DAY)

    assert Showing.objects.count() == 3


def test_what_is_called_off_shows_nobody_and_a_tick_can_still_be_taken_back(coming, room, client, ada):
    turns.call_off(room, by=ada)
    closed = client.get(link_of(coming["Ann"])).status_code
    client.post(f"{coming['Ann'].get_absolute_url()}showing/", {})

    assert (closed, Showing.objects.count()) == (302, 2)


def read(client, page):
    return re.sub(rb'csrfmiddlewaretoken" value="\w+', b"", client.get(page).content)


def test_nothing_of_it_stands_on_the_lists_of_convenors_or_in_files(coming, client, ada):
    client.force_login(ada)
    at = "/gatherings/spring/bookings/"
    pages = [at, f"{at}{coming['Ann'].pk}/", f"{at}list.csv", f"{at}print/"]
    before = [read(client, page) for page in pages]
    show(coming["Ann"], shows=False)

    assert [read(client, page) for page in pages] == before


@pytest.mark.parametrize("how_many", [1, 3])
def test_it_asks_as_many_questions_for_one_as_for_many(coming, room, how_many, django_assert_num_queries, names_to):
    Showing.objects.exclude(
        pk__in=list(Showing.objects.order_by("pk").values_list("pk", flat=True)[:how_many])
    ).delete()

    with django_assert_num_queries(6):
        assert len(names_to(room, coming["Ann"].person)) == how_many
