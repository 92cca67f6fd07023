"""The list at the door on a telephone: one line, one press; who is here sinks, and what another door said is undone and said."""

import gzip
import re
from datetime import timedelta

import pytest
import time_machine

from goldenthread.gatherings.bookings.models import Booking
from goldenthread.gatherings.day.models import Arrival, LastCall, Source, Standing
from goldenthread.gatherings.day.tests.door_reader import buttons, five_hundred_names, parts, words
from goldenthread.people.models import Person


@pytest.fixture
def host(client, ada, now):
    client.force_login(ada)


@pytest.fixture
def other_door(today, client, now):
    """Bo marks somebody at the other door, and then Ada looks at her telephone."""

    def marks(booking, standing, by):
        Arrival.objects.create(
            gathering=today, booking=booking, standing=standing, way=Source.LIST, by=by, at=now - timedelta(minutes=20)
        )

    return marks


@pytest.fixture
def crowd(today):
    """Five hundred, as they are called in a registry; every third is here."""
    people = Person.objects.bulk_create(Person(name=name) for name in five_hundred_names())
    bookings = Booking.objects.bulk_create(
        Booking(gathering=today, person=person, name=person.name, language="en-gb", state="coming") for person in people
    )
    Arrival.objects.bulk_create(
        Arrival(gathering=today, booking=booking, standing="here", way="list") for booking in bookings[::3]
    )
    return bookings


def test_five_hundred_people_are_a_small_page(host, ask, crowd):
    page = ask("arrivals/").content

    assert page.count(b"<li id=") == 500
    assert len(gzip.compress(page)) <= 40 * 1024


def test_who_is_here_sinks_and_is_counted(host, ask, bos, pats, press):
    press(bos, Standing.HERE)
    page = ask("arrivals/")

    assert list(parts(page).items()) == [("coming", ["Pat Weir"]), ("here", ["Bo Hazelmoor"])]
    assert ["Here: 1 of 2" in words(page), "Not here yet (1)" in words(page), "Here (1)" in words(page)] == [True] * 3


def test_one_press_stands_beside_a_name_and_comes_first(host, ask, bos, at):
    with time_machine.travel(at(-40), tick=False):
        page = ask("arrivals/")

    row = page.content.decode().partition(f'<li id="b{bos.pk}"')[2].partition("</li>")[0]
    assert buttons(page) == [(f"here {bos.pk}", "Here: Bo Hazelmoor")]
    assert row.index("<button") < row.index("<a ")


def test_once_it_has_begun_joined_late_stands_beside_here(host, ask, bos):
    assert buttons(ask("arrivals/")) == [
        (f"here {bos.pk}", "Here: Bo Hazelmoor"),
        (f"late {bos.pk}", "Joined late: Bo Hazelmoor"),
    ]


def test_when_it_is_over_did_not_come_is_one_press_and_undone_in_the_same_place(client, ada, ask, send, bos, today):
    with time_machine.travel(today.ends_at + timedelta(hours=1), tick=False):
        client.force_login(ada)
        before = buttons(ask("arrivals/"))[-1]
        send("arrivals/", {"press": before[0]})
        after = ask("arrivals/")
        send("arrivals/", {"press": buttons(after)[0][0]})

        assert before[1] == "Did not come: Bo Hazelmoor"
        assert (parts(after), buttons(after)[0][1]) == ({"gone": ["Bo Hazelmoor"]}, "Undo: Bo Hazelmoor")
        assert parts(ask("arrivals/")) == {"coming": ["Bo Hazelmoor"]}


def test_whoever_is_pressed_reads_their_table_and_the_list_names_it(client, ada, ask, send, sat):
    client.force_login(ada)
    row = re.sub(r"<[^>]+>|\s", "", ask("arrivals/").content.decode().partition(f'id="b{sat["Eli"].pk}"')[2])
    send("arrivals/", {"press": f"here {sat['Eli'].pk}"})

    assert row.partition("EliWeir")[2].startswith("Table1")
    assert "Eli Weir is here. Table 1." in words(ask("arrivals/"))


def test_without_a_seat_the_list_says_so_once_tables_are_announced(client, ada, ask, bos, sat):
    client.force_login(ada)

    assert words(ask("arrivals/")).count("no table") == 1


def test_what_another_door_said_is_taken_back_and_said(host, ask, send, bos, bo, other_door):
    other_door(bos, "here", bo)
    send("arrivals/", {"press": f"coming {bos.pk}"})
    page = ask("arrivals/")

    assert "Bo Hazelmoor marked Bo Hazelmoor at 9:40 (here). You’ve taken it back." in words(page)
    assert parts(page) == {"coming": ["Bo Hazelmoor"]}


def test_what_somebody_said_themselves_is_taken_back_and_said_without_network_too(tell, bos, other_door):
    other_door(bos, "here", None)
    press = {"once": "0123456789abcdef", "booking": bos.pk, "standing": "coming"}
    first, again = tell((0, press)).json()["said"], tell((0, press)).json()["said"]

    assert first == ["Bo Hazelmoor said so themselves at 9:40 (here). You’ve taken it back."]
    assert again == []


def test_my_own_slip_is_nobodys_news(host, tell, bos, ada, other_door):
    other_door(bos, "here", ada)

    assert tell((0, {"once": "0123456789abcdef", "booking": bos.pk, "standing": "coming"})).json()["said"] == []


def test_before_everybody_else_did_not_come_their_names_are_seen(host, ask, send, bos, pats, press):
    press(bos, Standing.HERE)
    look = ask("arrivals/last-call/")
    before = LastCall.objects.count()
    send("arrivals/last-call/")

    assert (look.context["names"], "1 person isn’t ticked." in words(look), before) == (["Pat Weir"], True, 0)
    assert parts(ask("arrivals/")) == {"here": ["Bo Hazelmoor"], "gone": ["Pat Weir"]}


def test_that_somebody_did_not_come_stands_on_no_page_of_others(client, ask, sat, press, today, ada):
    press(sat["Eli"], Standing.ABSENT, 20)
    client.force_login(ada)
    for_convenors = ask("arrivals/").content.decode()
    client.logout()
    others = [ask(f"of/{sat['Ann'].key}/{page}") for page in ("", "ticks/", "wall/")]
    client.force_login(sat["Ann"].person)
    others += [ask(), client.get("/gatherings/spring/")]

    assert "did not come" in for_convenors
    assert [page for page in others if "did not come" in page.content.decode()] == []


def test_how_many_are_here_is_one_number_on_every_page(client, ada, ask, bos, pats, press):
    press(bos, Standing.HERE)
    client.force_login(ada)

    pages = [ask("arrivals/"), ask(), client.get("/gatherings/spring/convening/")]

    assert ["Here: 1 of 2" in words(page) for page in pages] == [True, True, True]
