"""Who is coming, as a convenor goes through it: one sentence, an order, and several people at once."""

from datetime import timedelta

import pytest

from goldenthread.gatherings.bookings import chores
from goldenthread.gatherings.bookings.answering import confirm
from goldenthread.gatherings.bookings.booking_a_place import PlaceRequest, keep_a_place
from goldenthread.gatherings.bookings.expecting import ask_each, to_ask
from goldenthread.gatherings.bookings.giving_up import give_up
from goldenthread.gatherings.bookings.listing import ListFilter, page_of
from goldenthread.gatherings.bookings.models import Booking, Opening, State, WrittenTo
from goldenthread.gatherings.bookings.opening import hold_places, open_booking
from goldenthread.gatherings.bookings.paper import put_down
from goldenthread.gatherings.bookings.taken import taken
from goldenthread.gatherings.plan import turns
from goldenthread.journal.models import Entry
from goldenthread.outbox.models import Email

AT = "/gatherings/spring/bookings/"


@pytest.fixture
def browser(client, ada):
    client.force_login(ada)
    return client


@pytest.fixture
def say(room, now):
    def say():
        return taken(Opening.objects.with_its_gathering().get(), now)

    return say


def test_places_taken_held_and_why_somebody_waits(full, room, ada, now, say):
    before = say()
    open_booking(room, by=ada, now=now, places=6, until=None, confirm_hours=72, answer_hours=24)
    offered = say()
    hold_places(room, by=ada, now=now, sector="health", places=1, until=now.date())

    assert before == "3 of 3 places are taken. 2 people are waiting, because every place is taken."
    assert (offered, "Held: 1 for people in health until " in say()) == ("5 of 6 places are taken.", True)


def test_what_is_held_says_nothing_of_who_came(room, ada, ask, now, say):
    hold_places(room, by=ada, now=now, sector="health", places=2, until=now.date() + timedelta(days=9))
    before = say()
    ask("Ann", sectors=["health"])

    assert say().replace("1 of 3", "0 of 3") == before


def test_without_a_limit_it_says_how_many(room, ada, now, ask, say):
    open_booking(room, by=ada, now=now, places=None, until=None, confirm_hours=72, answer_hours=24)
    ask("Ann")

    assert say() == "1 place is taken."


def test_other_reasons_to_wait(full, room, ada, now, say):
    for name in ["Dot", "Eli"]:
        give_up(full[name], State.CANCELLED, now=now, by=None)
    fay = put_down(room, PlaceRequest("Fay", "fay@example.org"), now=now, by=ada)
    ask_each(to_ask(room).filter(booking=fay), now=now)
    give_up(full["Ann"], State.CANCELLED, now=now, by=None)
    silent = say()
    turns.postpone(room, by=ada)

    assert silent.endswith("1 person is waiting, because a convenor put them on the list and they haven’t said yes.")
    assert "postponed" in say()


@pytest.fixture
def five(room, ada, now):
    """Two confirmed, one on paper, one who was put down, and one whom anybody may have typed."""
    open_booking(room, by=ada, now=now, places=9, until=None, confirm_hours=72, answer_hours=24)
    for name, address in [("Zoe Bell", "zoe@example.org"), ("Éva McCabe", "eva@example.org")]:
        confirm(keep_a_place(room, PlaceRequest(name, address), now=now), now)
    put_down(room, PlaceRequest("Dafydd ap Gwilym"), now=now, by=ada)
    put_down(room, PlaceRequest("Eve Ash", "eve@example.org"), now=now, by=ada)
    keep_a_place(room, PlaceRequest("Anybody", "nobody@example.org"), now=now)
    return room


@pytest.mark.parametrize(
    ("sort", "names"),
    [
        ("", ["Dafydd ap Gwilym", "Éva McCabe", "Eve Ash", "nobody@example.org", "Zoe Bell"]),
        ("invented", ["Dafydd ap Gwilym", "Éva McCabe", "Eve Ash", "nobody@example.org", "Zoe Bell"]),
        ("surname", ["Dafydd ap Gwilym", "Eve Ash", "Zoe Bell", "Éva McCabe", "nobody@example.org"]),
        ("state", ["nobody@example.org", "Dafydd ap Gwilym", "Éva McCabe", "Zoe Bell", "Eve Ash"]),
        ("newest", ["nobody@example.org", "Eve Ash", "Dafydd ap Gwilym", "Éva McCabe", "Zoe Bell"]),
    ],
)
def test_the_list_is_put_in_order(five, sort, names):
    assert [booking.listed_as for booking in page_of(five, ListFilter(sort=sort), "1")] == names


def test_who_waits_stands_in_line_until_asked_otherwise(everybody, room, now):
    Booking.objects.filter(pk=everybody["Eli"].pk).update(moved_to=1)

    lines = [[row.name for row in page_of(room, ListFilter("waiting", sort=sort), "1")] for sort in ("", "name")]

    assert lines == [["Eli", "Dot"], ["Dot", "Eli"]]


def test_the_order_stays_from_page_to_page(five, browser):
    page = browser.get(AT, {"sort": "surname"}).content.decode()

    assert ('<option value="surname" selected>' in page, page.count('name="b"')) == (True, 5)


@pytest.fixture
def tick(browser, now):
    """Tick people, press what is said of them, and press the button."""

    def tick(mark, *bookings):
        query = {"as": mark, "b": [booking.pk for booking in bookings]}
        looked = browser.get(f"{AT}marks/", query)
        answer = browser.post(f"{AT}marks/", query, follow=True)
        chores.write_emails(now)
        return looked, answer.content.decode()

    return tick


def test_several_are_coming_and_each_reads_who_wrote_that_down(everybody, tick, stands):
    looked, page = tick("coming", everybody["Ben"], everybody["Cat"], everybody["Ann"])

    assert [row.name for row in looked.context["bookings"]] == ["Ben", "Cat"]
    assert ([row.name for row in looked.context["others"]], "Saved for 2 people." in page) == (["Ann"], True)
    assert {stands(everybody)[name] for name in ("Ann", "Ben", "Cat")} == {State.COMING}
    assert sorted(Email.objects.values_list("address", flat=True)) == ["ben@example.org", "cat@example.org"]


def test_several_cannot_come_and_who_waits_is_offered_their_places(everybody, tick, stands):
    tick("not-coming", everybody["Ann"], everybody["Ben"])

    assert list(stands(everybody).values()) == [
        State.CANCELLED,
        State.CANCELLED,
        State.KEPT,
        State.OFFERED,
        State.OFFERED,
    ]


def test_looking_changes_nothing(everybody, browser, stands):
    before = stands(everybody)
    browser.get(f"{AT}marks/", {"as": "not-coming", "b": [booking.pk for booking in everybody.values()]})

    assert stands(everybody) == before


def test_that_somebody_was_written_to_stands_on_the_list(everybody, tick, browser, ada):
    _looked, page = tick("written-to", everybody["Ann"])

    assert (WrittenTo.objects.get().by, "written to on" in page, Email.objects.count()) == (ada, True, 0)
    assert Entry.objects.filter(did="wrote to somebody in their own way", by=ada).count() == 1


@pytest.mark.parametrize(
    "query", [{}, {"as": "coming"}, {"as": "odd", "b": "1"}, {"as": "coming", "b": ["x", "9" * 30]}]
)
def test_nobody_ticked_is_said_in_words(room, browser, query):
    assert "Tick somebody first" in browser.get(f"{AT}marks/", query, follow=True).content.decode()


def test_nobody_of_another_gathering_is_touched(everybody, browser, ada, stands):
    supper = type(everybody["Ann"].gathering).begin("Supper", by=ada)
    browser.post(f"/gatherings/{supper.slug}/bookings/marks/", {"as": "not-coming", "b": everybody["Ann"].pk})

    assert stands(everybody)["Ann"] == State.COMING


def test_who_waits_has_a_number_where_all_stand_in_turn(everybody, browser):
    in_turn, by_name, searched = [
        browser.get(AT, {"state": "waiting"} | more).content.decode()
        for more in ({"sort": "turn"}, {"sort": "name"}, {"q": "eli"})
    ]

    assert [number for number in ("number 1<", "number 2<", "number 3<") if number in in_turn] == [
        "number 1<",
        "number 2<",
    ]
    assert ("number 1<" in by_name, "number 1<" in searched) == (False, False)
    assert in_turn.index('value="turn"') < in_turn.index('value="name"')
    assert 'value="turn"' not in browser.get(AT).content.decode()
