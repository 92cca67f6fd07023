"""Before people are written to, the convenor reads the e-mail and sees how many they are; and their pages say it, too."""

from datetime import date

import pytest
from django.urls import reverse

from goldenthread.gatherings.bookings.booking_a_place import PlaceRequest, seat_regardless
from goldenthread.gatherings.bookings.models import Booking, Owed
from goldenthread.gatherings.plan import turns
from goldenthread.gatherings.plan.forms import PlanForm
from goldenthread.gatherings.plan.models import ConvenorInvitation, Following, Gathering
from goldenthread.outbox.models import Email

CALL_OFF = reverse("plan:turn", args=["spring", "cancellation"])
PLAN = reverse("plan:plan", args=["spring"])


@pytest.fixture
def convenor(client, ada):
    client.force_login(ada)
    return client


@pytest.fixture
def written():
    """What a browser sends for the plan as it is, with a few fields written anew."""

    def written(**anew):
        form = PlanForm(instance=Gathering.objects.get())
        sent = {name: form[name].value() for name in form.fields}
        return {name: value for name, value in (sent | anew).items() if value is not None}

    return written


def fresh():
    return Gathering.objects.with_facts().get()


def test_the_first_press_shows_the_email_and_for_how_many(convenor, everybody):
    page = convenor.post(CALL_OFF, {"because": "The river rose."})

    assert (page.status_code, page.context["preview"].people) == (200, 5)
    assert "Read this before it goes: 5 people get an e-mail at once." in page.text
    assert "Called off: A spring day" in page.text
    assert [email.text.count("The river rose.") for email in page.context["preview"].emails] == [1]


def test_until_the_second_press_nothing_has_happened(convenor, everybody):
    version = fresh().sequence

    convenor.post(CALL_OFF, {"because": "The river rose."})

    assert (fresh().is_called_off, fresh().sequence) == (False, version)
    assert (Owed.objects.count(), Email.objects.count(), fresh().history.count()) == (0, 0, version)


def test_the_second_press_does_it(convenor, everybody):
    page = convenor.post(CALL_OFF, {"because": "The river rose."})

    answer = convenor.post(CALL_OFF, {"because": "The river rose.", "seen": page.context["preview"].stamp})

    assert (answer.status_code, fresh().is_called_off, Owed.objects.count()) == (302, True, 5)


def test_other_words_are_shown_once_more(convenor, everybody):
    page = convenor.post(CALL_OFF, {"because": "The river rose."})

    page = convenor.post(CALL_OFF, {"because": "It snows.", "seen": page.context["preview"].stamp})

    assert (page.status_code, fresh().is_called_off) == (200, False)


def test_each_way_to_stand_is_shown_once(convenor, everybody):
    page = convenor.post(reverse("plan:turn", args=["spring", "postponement"]), {"because": "Snow"})

    assert [email.address.partition("@")[0] for email in page.context["preview"].emails] == ["ann", "ben", "dot"]


def test_where_nobody_is_written_to_one_press_is_enough(convenor, room):
    answer = convenor.post(CALL_OFF, {"because": "The river rose."})

    assert (answer.status_code, fresh().is_called_off) == (302, True)


def test_names_without_an_address_stand_there_to_be_rung_up(convenor, everybody, room, ada, now):
    fresh().replan({"places": 9}, since=fresh().sequence, by=ada, is_small=False)
    seat_regardless(fresh(), PlaceRequest(name="Pat"), now=now, by=ada, person=None)

    page = convenor.post(CALL_OFF, {"because": "Snow"})

    assert page.context["preview"].unreachable == ("Pat",)
    assert "Please tell them yourself:" in page.text


def test_followers_and_those_who_were_asked_to_convene_are_counted(convenor, everybody, room, ada, bo):
    Following.objects.create(gathering=room, person=bo, told=room.news)
    ConvenorInvitation.objects.create(gathering=room, by=ada, name="Gus", email="gus@example.org")

    preview = convenor.post(CALL_OFF, {"because": "Snow"}).context["preview"]

    assert (preview.people, preview.followers, preview.emails[-1].address) == (6, 1, "gus@example.org")


def test_a_new_day_is_shown_before_the_plan_is_saved(convenor, everybody, written):
    page = convenor.post(PLAN, written(day="2027-05-04"))

    assert (page.status_code, page.context["preview"].people, fresh().day) == (200, 5, date(2027, 4, 20))
    assert "The date changed from Tuesday 20 April 2027 to Tuesday 4 May 2027." in page.text
    assert 'value="2027-05-04"' in page.text

    again = written(day="2027-05-04") | {"seen": page.context["preview"].stamp}
    assert (convenor.post(PLAN, again).status_code, fresh().day, Owed.objects.count()) == (302, date(2027, 5, 4), 5)


def test_a_day_that_was_chosen_anew_is_shown_as_it_is_now(convenor, everybody, written):
    convenor.post(PLAN, written(day="2027-05-04"))

    page = convenor.post(PLAN, written(day="2027-05-11"))

    assert "to Tuesday 11 May 2027." in page.context["preview"].emails[0].text
    assert "DTSTART;VALUE=DATE:20270511" in page.context["preview"].emails[0].calendar


def test_other_words_of_the_plan_are_saved_at_once(convenor, everybody, written):
    assert convenor.post(PLAN, written(lede="A day in spring.")).status_code == 302


def test_my_place_says_that_it_is_called_off_and_offers_nothing_more(client, everybody, room, ada):
    turns.call_off(room, by=ada, because="The river rose.")

    pages = [client.get(everybody[name].get_absolute_url()).text for name in ["Ann", "Ben", "Dot"]]

    assert ["This gathering is called off." in page and "The river rose." in page for page in pages] == [True] * 3
    assert [page.count("<form") for page in pages] == [client.get("/").text.count("<form")] * 3
    assert ["We look forward to meeting you." in page for page in pages] == [False] * 3


def test_my_place_says_that_it_is_postponed(client, everybody, room, ada):
    turns.postpone(room, by=ada, because="Snow")

    page = client.get(everybody["Ann"].get_absolute_url()).text

    assert "Postponed: it will be on another day." in page
    assert "You keep your place. We’ll e-mail you as soon as there’s a new day." in page


def test_my_place_says_what_moved_since_i_booked(client, everybody, room, ada):
    fresh().replan({"day": date(2027, 5, 4)}, since=fresh().sequence, by=ada, is_small=False)

    page = client.get(everybody["Ann"].get_absolute_url())

    assert "It has changed since you booked." in page.text
    assert [(change.before, change.after) for change in page.context["moved"]] == [
        ("Tuesday 20 April 2027", "Tuesday 4 May 2027")
    ]


def test_a_press_on_an_old_page_says_that_it_is_called_off(client, everybody, room, ada):
    turns.call_off(room, by=ada, because="Snow")

    answer = client.post(f"{everybody['Ben'].get_absolute_url()}confirmation/", follow=True)

    assert [str(message) for message in answer.context["messages"]] == ["This gathering is called off."]


@pytest.mark.parametrize("address", [CALL_OFF, PLAN])
def test_no_link_that_is_shown_acts_for_its_receiver(convenor, everybody, ada, written, address):
    """Whoever held it could say yes or no for them, read their wishes, or come in as them."""
    convenor_invitation = ConvenorInvitation.objects.create(
        gathering=fresh(), name="Kay", email="kay@example.org", by=ada
    )

    page = convenor.post(address, {"because": "The river rose."} | written(day="2027-04-21"))

    keys = [convenor_invitation.token, *Booking.objects.values_list("key", flat=True)]
    assert page.context["preview"].people == 6
    assert [key for key in keys if key in page.text] == []
    # Of what is called off, nothing is left to press.
    assert ("(a personal link)" in page.text) is (address == PLAN)
