"""Twelve people come to Ada's gathering, and sit at three tables of four in three rounds."""

from datetime import timedelta

import pytest

from goldenthread.gatherings.bookings.models import Booking, State
from goldenthread.gatherings.tables import coming, remaking
from goldenthread.gatherings.tables.above import RoomAboveTables
from goldenthread.gatherings.tables.announcing import announce, told_to
from goldenthread.gatherings.tables.arranging import arrange, outline_for
from goldenthread.gatherings.tables.models import Seat
from goldenthread.gatherings.tables.runs import MixRequest, ask_for, carry_out
from goldenthread.gatherings.tables.tests.taking import taken
from goldenthread.kit import clock
from goldenthread.people.models import Person

NAMES = "Ann Ben Cat Dot Eli Fay Gil Hal Ida Jon Kay Lee"


@pytest.fixture
def guests(spring):
    """Bookings by first name."""

    def come(name):
        person = Person.objects.create_person(f"{name} Weir", f"{name}@example.org".lower())
        return Booking.objects.create(
            gathering=spring,
            person=person,
            name=person.name,
            email=person.email or "",
            language="en-gb",
            state=State.COMING,
        )

    return {name: come(name) for name in NAMES.split()}


@pytest.fixture
def laid(spring, guests, ada):
    return arrange(spring, outline_for(spring), by=ada)


@pytest.fixture
def mix_now(laid, ada):
    """Ask for a version and mix it at once, as a worker would."""

    def mixed(**way):
        version = ask_for(laid, MixRequest(seconds=0.2, **way), by=ada)
        carry_out(taken())
        version.refresh_from_db()
        return version

    return mixed


@pytest.fixture
def version(mix_now):
    return mix_now()


@pytest.fixture
def browser(client, ada):
    client.force_login(ada)
    return client


@pytest.fixture
def announces(browser):
    """A convenor’s press. Where people are written to, they see the e-mail first, and press again; what they saw last."""

    def press(at):
        first = browser.post(f"{at}announcement/", follow=True)
        preview = first.context.get("preview")
        return browser.post(f"{at}announcement/", {"seen": preview.stamp}, follow=True) if preview else first

    return press


@pytest.fixture
def at_table():
    """Who sits where in a version: {round number: {table number: first names}}."""

    def seen(version):
        rounds: dict[int, dict[int, set[str]]] = {}
        for seat in version.seats.select_related("round", "table", "booking"):
            names = rounds.setdefault(seat.round.number, {}).setdefault(seat.table.number, set())
            names.add(seat.booking.name.split()[0])
        return rounds

    return seen


@pytest.fixture
def door(monkeypatch):
    """Somebody looks who comes in: these are here, and those are gone."""

    def say(present, gone=()):
        class Door(RoomAboveTables):
            def present(self, gathering):
                return None if present is None else {booking.pk for booking in present}

            def gone(self, gathering):
                return {booking.pk for booking in gone}

        monkeypatch.setattr(coming, "rooms", lambda above: [Door()])

    return say


@pytest.fixture
def announced_mix(version, ada):
    announce(version, by=ada)
    return version


@pytest.fixture
def come_late(spring):
    def late(name, **more):
        person = Person.objects.create_person(f"{name} Weir", f"{name}.late@example.org".lower())
        return Booking.objects.create(
            gathering=spring,
            person=person,
            name=person.name,
            email=person.email or "",
            language="en-gb",
            **{"state": State.COMING} | more,
        )

    return late


@pytest.fixture
def tables_of(spring):
    """The numbers of somebody's tables, round by round."""

    def tables(booking):
        seats = Seat.objects.filter(mix=told_to(spring), booking=booking).order_by("round__number")
        return list(seats.values_list("table__number", flat=True))

    return tables


@pytest.fixture
def after_the_first(announced_mix, laid, monkeypatch):
    """The first round is being held."""
    monkeypatch.setattr(remaking, "SECONDS", 0.2)
    laid.rounds.filter(number=1).update(starts_at=clock.now() - timedelta(minutes=10))
    return announced_mix


@pytest.fixture
def press(browser, spring, announces):
    def pressed(from_round=2, **more):
        """Makes them, and announces what was made."""
        answer = browser.post("/gatherings/spring/tables/remaking/", {"from_round": from_round} | more)
        announces(answer["Location"])
        return answer, told_to(spring)

    return pressed
