"""Food counted for the caterer, beside the names; reading it is reading what people need."""

import pytest

from goldenthread.gatherings.bookings.answering import confirm
from goldenthread.gatherings.bookings.models import Booking, State
from goldenthread.gatherings.bookings.opening import open_booking
from goldenthread.journal.models import Entry


@pytest.fixture
def eaters(room, ada, ask, now):
    open_booking(room, by=ada, now=now, places=20, until=None, confirm_hours=72, answer_hours=24)
    needs = {
        "Zoe": "Vegan, please. No nuts",
        "Ann": "I am vegan",
        "Cai": "Dw i’n llysieuydd, heb glwten os gwelwch yn dda",
        "Ben": "Coeliac",
        "Dot": "A nutshell of a chair near the door",
    }
    for name, words in needs.items():
        confirm(ask(name, needs=words), now)
    # Anybody may have typed it, so nobody cooks for it.
    ask("Eli", needs="Vegan")


def test_it_is_counted_beside_the_names(client, ada, eaters):
    client.force_login(ada)

    page = client.get("/gatherings/spring/bookings/needs/food/")

    assert [(dish.label, dish.names) for dish in page.context["dishes"]] == [
        ("Vegan", ["Ann", "Zoe"]),
        ("Gluten or wheat", ["Ben", "Cai"]),
        ("Vegetarian", ["Cai"]),
        ("Nuts", ["Zoe"]),
    ]
    assert (page.context["others"], "2 × Vegan" in page.content.decode()) == (1, True)


def test_everybody_with_a_place_is_counted_with_those_who_come_to_support_them(client, ada, eaters, ask, now):
    confirm(ask("Fay", has_supporter=True), now)
    client.force_login(ada)

    page = client.get("/gatherings/spring/bookings/needs/food/").content.decode()

    # Five who said what they eat, somebody not confirmed yet, two who come together; nobody who waits.
    assert "8 people to cater for" in " ".join(page.split())


def test_whoever_waits_is_not_cooked_for(client, ada, eaters):
    client.force_login(ada)
    Booking.objects.filter(name="Zoe").update(state=State.WAITING)

    dishes = client.get("/gatherings/spring/bookings/needs/food/").context["dishes"]

    assert [(dish.label, dish.names) for dish in dishes if "Zoe" in dish.names or dish.label == "Vegan"] == [
        ("Vegan", ["Ann"])
    ]


def test_to_read_it_is_noted(client, ada, eaters):
    client.force_login(ada)
    client.get("/gatherings/spring/bookings/needs/food/")

    assert Entry.objects.filter(did="read what people need", by=ada).count() == 1
