"""Who sits at another table than they were told reads so: on their pages always, and before the day in one e-mail."""

from datetime import timedelta

import pytest

from goldenthread.gatherings.bookings.models import Booking, State
from goldenthread.gatherings.plan import turns
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.tables.announcing import told_to
from goldenthread.gatherings.tables.changed_tables import changed_tables
from goldenthread.gatherings.tables.chores import tell_of_changed_tables
from goldenthread.gatherings.tables.models import Mix, TableChange
from goldenthread.gatherings.tables.moving import copy_of, move
from goldenthread.gatherings.tables.saving_mix import look_again
from goldenthread.gatherings.tables.wishing import sit_out_of
from goldenthread.kit import clock
from goldenthread.outbox.models import Email

CHANGED = "Your table has changed."


@pytest.fixture
def moved(announced_mix, laid, guests, ada):
    """Ann is moved by a hand in the second round; nobody was told yet. The version, and the labels of both tables."""
    seat = announced_mix.seats.select_related("round", "table", "mix").get(booking=guests["Ann"], round__number=2)
    to = laid.tables.exclude(pk=seat.table_id).order_by("number")[0]
    return move(seat, to, is_locked=False, by=ada, now=clock.now()), to.label, seat.table.label


@pytest.fixture
def announce(announces):
    """The page after both presses."""
    return lambda version: announces(version.get_absolute_url()).content.decode()


@pytest.fixture
def look(browser):
    """The page after the first press: who gets which e-mail."""
    return lambda version: browser.post(f"{version.get_absolute_url()}announcement/").content.decode()


@pytest.fixture
def its_day(spring):
    Gathering.objects.filter(pk=spring.pk).update(day=clock.now().date(), from_time=None, to_time=None)


def words(email):
    return " ".join(email.text.split())


def test_before_it_is_announced_the_convenor_sees_who_gets_which_email(look, spring, announced_mix, moved):
    version, now, before = moved
    page = look(version)

    assert "Read this before it goes: one person gets an e-mail at once." in " ".join(page.split())
    assert f"Round 2: {now} (it was {before})." in page
    assert (told_to(spring), TableChange.objects.count(), Email.objects.count()) == (announced_mix, 0, 0)


def test_who_sits_elsewhere_gets_one_email_and_nobody_else(announce, moved, guests):
    version, now, before = moved
    done = announce(version)
    tell_of_changed_tables(clock.now())
    tell_of_changed_tables(clock.now())

    email = Email.objects.get()
    assert "1 person gets an e-mail now." in done
    assert (email.address, email.subject) == (guests["Ann"].address, "Your table has changed: A spring day")
    assert f"Round 2: {now} (it was {before})." in words(email)
    assert f"{guests['Ann'].get_absolute_url()}tables/" in email.text
    assert [name for name in guests if name != "Ann" and name in email.text] == []


def test_announced_twice_before_it_was_written_it_is_one_email(announce, moved, announced_mix, guests, ada, laid):
    announce(moved[0])
    seat = moved[0].seats.select_related("round", "table", "mix").get(booking=guests["Ann"], round__number=3)
    seat.mix = Mix.objects.with_words().get(pk=moved[0].pk)
    to = laid.tables.exclude(pk=seat.table_id).order_by("number")[0]
    announce(move(seat, to, is_locked=False, by=ada, now=clock.now()))
    tell_of_changed_tables(clock.now())

    assert ["Round 2:" in words(email) and "Round 3:" in words(email) for email in Email.objects.all()] == [True]


def test_on_the_day_no_email_goes_and_the_pages_say_it(announce, client, its_day, moved, guests):
    version, now, before = moved
    announce(version)
    tell_of_changed_tables(clock.now())
    place = guests["Ann"].get_absolute_url()
    pages = [
        client.get(at).content.decode()
        for at in (place, f"{place}tables/", f"/gatherings/spring/day/of/{guests['Ann'].key}/")
    ]

    assert Email.objects.count() == 0
    assert [
        (CHANGED in page, f"<bdi>{now}</bdi> (it was <bdi>{before}</bdi>)" in " ".join(page.split())) for page in pages
    ] == [(True, True)] * 3


def test_signed_in_the_page_of_the_gathering_says_it(announce, client, moved, guests):
    announce(moved[0])
    client.force_login(guests["Ann"].person)

    assert CHANGED in client.get("/gatherings/spring/").content.decode()


def test_whose_table_is_the_same_reads_nothing_of_it(announce, client, moved, guests):
    announce(moved[0])

    assert CHANGED not in client.get(f"{guests['Ben'].get_absolute_url()}tables/").content.decode()
    assert changed_tables(guests["Ben"], clock.now()) == []


def test_moved_there_and_back_before_anybody_was_told_nothing_has_changed(announced_mix, announce, moved, guests, ada):
    version, _now, before = moved
    seat = version.seats.select_related("round", "table", "mix").get(booking=guests["Ann"], round__number=2)
    back = version.arrangement.tables.get(label=before)
    announce(move(seat, back, is_locked=False, by=ada, now=clock.now()))

    assert changed_tables(guests["Ann"], clock.now()) == []


def test_a_round_that_is_over_says_nothing_any_more(announce, laid, moved, guests):
    announce(moved[0])
    laid.rounds.filter(number=2).update(starts_at=clock.now() - timedelta(hours=2), minutes=45)

    assert changed_tables(guests["Ann"], clock.now()) == []


@pytest.mark.parametrize("state", [State.CANCELLED, State.KEPT])
def test_who_does_not_come_or_has_not_confirmed_is_not_written_to(announce, moved, guests, state):
    Booking.objects.filter(pk=guests["Ann"].pk).update(state=state)
    announce(moved[0])

    assert TableChange.objects.count() == 0


def test_who_has_no_address_is_named_to_the_convenor(look, moved, guests, laid, ada):
    Booking.objects.filter(pk=guests["Ben"].pk).update(email="", person=None)
    seat = moved[0].seats.select_related("round", "table", "mix").get(booking=guests["Ben"], round__number=3)
    to = laid.tables.exclude(pk=seat.table_id).order_by("number")[0]
    page = look(move(seat, to, is_locked=False, by=ada, now=clock.now()))

    assert "<bdi>Ben Weir</bdi>" in page.split("Please tell them yourself:")[1].split("</p>")[0]


def test_called_off_before_it_was_written_nobody_is_written_to(announce, moved, spring, ada):
    announce(moved[0])
    turns.call_off(Gathering.objects.get(pk=spring.pk), by=ada, because="Snow")
    tell_of_changed_tables(clock.now())

    assert (Email.objects.filter(kind="table changed").count(), TableChange.objects.count()) == (0, 0)


@pytest.fixture
def without(announced_mix, guests, ada):
    """A version in which Ann sits nowhere in the second round."""
    version = copy_of(announced_mix, ada)
    version.seats.filter(booking=guests["Ann"], round__number=2).delete()
    look_again(version)
    return Mix.objects.with_words().get(pk=version.pk)


def test_who_loses_their_seat_gets_an_email_and_reads_it_on_their_page(
    announce, without, announced_mix, client, guests
):
    before = announced_mix.seats.get(booking=guests["Ann"], round__number=2).table.label
    announce(without)
    tell_of_changed_tables(clock.now())
    page = " ".join(client.get(f"{guests['Ann'].get_absolute_url()}tables/").content.decode().split())

    assert f"Round 2: no table at the moment (it was {before})." in words(Email.objects.get())
    assert f"no table at the moment (it was <bdi>{before}</bdi>)" in page


def test_who_asked_to_sit_it_out_has_lost_nothing(announce, without, guests):
    sit_out_of(guests["Ann"], [2])
    announce(without)

    assert (TableChange.objects.count(), changed_tables(guests["Ann"], clock.now())) == (0, [])
