"""Whatever is written into a form: it is kept as it was written, or refused with what was typed; never a breakdown."""

import pytest
from django.test import Client

from goldenthread.gatherings.plan import turns
from goldenthread.gatherings.plan.models import ConvenorInvitation, Following, Gathering, OfferOfHelp, Settlement
from goldenthread.kit import house
from goldenthread.kit.models import House
from goldenthread.people.models import Keeping, Person, SignInLink
from tests.trust.naughty import Form, faults, send

WORDS_OF_A_PLAN = (
    "title", "lede", "about", "for_whom", "when_wish", "venue", "address", "getting_there", "hosted_by", "cost",
    "expect", "voices", "safeguarding",
)  # fmt: skip
A_PLAN = dict.fromkeys(WORDS_OF_A_PLAN, "") | {
    "title": "Tea", "day": "2027-05-04", "last_day": "", "from_time": "10:00", "to_time": "16:00", "way": "in_person",
    "time_zone": "Europe/London", "step_free": "", "hearing_loop": "", "quiet_room": "", "places": "", "since": "1",
    "is_small": "", "aim_health": "",
}  # fmt: skip


@pytest.fixture
def gathering(keeper_at_the_door):
    begun = Gathering.begin("Tea", by=keeper_at_the_door.person)
    turns.publish(begun, by=keeper_at_the_door.person)
    Following.objects.create(gathering=begun, person=keeper_at_the_door.person, told=0)
    return begun


@pytest.fixture
def forms(forms_about_me, forms_of_a_plan, forms_beside_a_plan):
    """Every form by its name."""
    return forms_about_me | forms_of_a_plan | forms_beside_a_plan


@pytest.fixture
def forms_about_me(keeper_at_the_door, gathering):
    mine = Person.objects.filter(pk=keeper_at_the_door.person.pk).values()
    return {
        "me": Form(
            "/me/",
            {"chosen_name": "", "pronouns": "", "language": "en-gb", "letters_rhythm": "daily"},
            ("chosen_name", "pronouns"),
            mine.get,
            ("/me/", "/", gathering.get_absolute_url()),
        ),
        "sample clock": Form("/sample-clock/", {"to": "planning"}),
        "new passkey": Form("/me/passkeys/", {"name": "Telephone", "credential": "{}"}),
        "passkey": Form("/sign-in/passkey/", {"credential": "{}", "next": ""}),
    }


@pytest.fixture
def forms_of_a_plan(gathering):
    at = gathering.get_absolute_url()

    def since():
        newest = Gathering.objects.get(pk=gathering.pk).sequence
        gathering.history.filter(sequence__lt=newest).delete()
        return {"since": str(newest)}

    return {
        "address": Form(f"{at}address/", {"slug": "tea"}),
        "following": Form(f"{at}following/", {"follow": "yes"}),
        "beginning": Form(
            "/gatherings/new/", {"title": "Tea"}, ("title",), lambda: Gathering.objects.values().latest("pk"), ("/",)
        ),
        "plan": Form(
            f"{at}plan/",
            A_PLAN,
            WORDS_OF_A_PLAN,
            lambda: Gathering.objects.values().get(pk=gathering.pk),
            (at, f"{at}changes/", f"{at}changes.atom", f"{at}calendar.ics"),
            ("day", "last_day", "from_time", "time_zone", "places", "since", "aim_health"),
            since,
        ),
    }


def unsettle():
    Settlement.objects.all().delete()
    return {}


@pytest.fixture
def forms_beside_a_plan(gathering):
    at = gathering.get_absolute_url()
    invitations, offers = ConvenorInvitation.objects.values(), OfferOfHelp.objects.values()
    someone = {"name": "Bo", "email": "bo@example.org", "takes_over": ""}

    return {
        "turn": Form(
            f"{at}turns/settlement/",
            {"because": "So it is"},
            ("because",),
            lambda: Settlement.objects.values().get(),
            (f"{at}changes/", f"{at}changes.atom"),
            fresh=unsettle,
        ),
        "invitation": Form(
            f"{at}convenors/", someone, ("name",), lambda: invitations.latest("pk"), (f"{at}convenors/", "/post-room/")
        ),
        "offer": Form(
            f"{at}offers/where/",
            {"words": "A hall"},
            ("words",),
            lambda: offers.latest("pk"),
            (f"{at}offers/", "/post-room/"),
        ),
    }


@pytest.mark.parametrize(
    "name",
    ["me", "beginning", "plan", "address", "turn", "invitation", "offer", "following", "sample clock", "new passkey",
     "passkey"],
)  # fmt: skip
def test_a_form_keeps_words_or_gives_them_back(keeper_at_the_door, forms, name):
    assert faults(keeper_at_the_door, forms[name]) == []


@pytest.fixture
def doors(sample_house):
    """The forms for strangers."""
    return {
        "joining": Form(
            "/join/",
            {"name": "Bo", "email": "bo@example.org", "next": ""},
            ("name",),
            lambda: SignInLink.objects.values().latest("pk"),
            ("/post-room/", "/sign-in/code/"),
        ),
        "sign-in": Form("/sign-in/", {"email": "bo@example.org", "next": ""}, (), None, ("/post-room/",)),
        "code": Form("/sign-in/code/", {"code": "123456"}, (), None, ("/post-room/",)),
        "another letter": Form("/sign-in/code/another/", {"nothing": ""}),
    }


@pytest.mark.parametrize("name", ["joining", "sign-in", "code", "another letter"])
def test_a_door_keeps_words_or_gives_them_back(doors, name):
    stranger = Client(raise_request_exception=False)
    send(stranger, "/sign-in/", {"email": "bo@example.org"})

    assert faults(stranger, doors[name]) == []


def test_founding_keeps_words_or_gives_them_back(db):
    def nobody_here():
        Keeping.objects.all().delete()
        Person.objects.all().delete()
        House.objects.all().delete()
        house.forget()
        return {}

    founding = Form(
        "/founding/",
        {"name": "Ours", "sentence": "Us.", "keeper": "Bo", "email": "bo@example.org"},
        ("name", "sentence"),
        lambda: House.objects.values().get(),
        ("/",),
        fresh=nobody_here,
    )

    assert faults(Client(raise_request_exception=False), founding) == []
