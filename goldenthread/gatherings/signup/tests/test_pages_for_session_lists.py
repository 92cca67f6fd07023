"""The pages of the convenors."""

import html
import re

import pytest
from django.test import Client

from goldenthread.gatherings.programme.models import Placing, Session
from goldenthread.gatherings.programme.tests.conftest import THE_DAY
from goldenthread.gatherings.signup.models import Draw, OwedSession, SessionPlace
from goldenthread.gatherings.voices.models import Contribution, Decision, Telling, Voice
from goldenthread.journal.models import Entry


@pytest.fixture
def convene(client, day, ada):
    client.force_login(ada)

    def convene(path="", form_data=None):
        address = f"/gatherings/{day.slug}/programme/sign-up/{path}"
        return client.get(address) if form_data is None else client.post(address, form_data, follow=True)

    return convene


def words(response):
    main = response.content.decode().partition("<main")[2].partition("</main>")[0]
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", main)).split())


def test_a_convenor_opens_sign_up_first_come(convene, workshop, circle, released):
    assert "A circle" in words(convene())
    released()

    convene("", {"sessions": [workshop.pk], "how": "first_come", "most_each": "2"})

    assert (workshop.sign_up.draw, hasattr(circle, "sign_up")) == (None, False)
    assert "0 of 2 chairs taken." in words(convene())
    assert "opened sign-up for a session" in Entry.objects.values_list("did", flat=True)


def test_what_nobody_brings_any_more_is_not_offered(convene, day, workshop, ada, now):
    brought = Contribution.objects.create(gathering=day, title="Walking together", sent_at=now)
    telling = Telling.objects.create(gathering=day, by=ada)
    Decision.objects.create(contribution=brought, answer="in", telling=telling)
    voice = Voice.objects.create(contribution=brought, number=1, name="Tomos", yes_at=now, accepted_at=now)
    walk = Session.objects.create(gathering=day, title="Walking together", contribution=brought)
    Placing.objects.create(session=walk, number=1, day=THE_DAY, from_time="10:00")
    before = "Walking together" in words(convene())

    Voice.objects.filter(pk=voice.pk).update(accepted_at=None, stepped_back_at=now)

    assert (before, "Walking together" in words(convene())) == (True, False)


def test_a_convenor_opens_a_draw(convene, workshop, day):
    convene(
        "",
        {
            "sessions": [workshop.pk],
            "how": "by_wishes",
            "most_each": "1",
            "until_day": "2027-04-15",
            "until_time": "18:00",
        },
    )

    draw = Draw.objects.get()
    assert (draw.until.astimezone(day.zone).isoformat(), draw.most_each) == ("2027-04-15T18:00:00+01:00", 1)
    assert workshop.sign_up.draw == draw


def test_wishes_close_at_a_moment_that_is_to_come(convene, workshop):
    response = convene("", {"sessions": [workshop.pk], "how": "by_wishes", "most_each": "1", "until_day": "2027-04-12"})

    assert (response.status_code, Draw.objects.count()) == (422, 0)
    assert "Choose a moment that is still to come." in words(response)


def test_a_convenor_sees_who_is_over_and_decides(convene, opened, comes, sit, small_room):
    for name in ("Di", "Ed"):
        sit(comes(name), opened[0])
    small_room.capacity = 1
    small_room.save()
    assert "1 more than there are chairs." in words(convene())

    place = SessionPlace.objects.get(booking__name="Ed")
    convene(f"{opened[0].pk}/{place.pk}/ending/", {})

    assert list(OwedSession.objects.values_list("booking__name", "kind")) == [("Ed", "ended")]


def test_a_name_on_a_sheet_of_paper_is_typed_in(convene, opened, comes, lists):
    pat = comes("Pat", email="")

    convene(f"{opened[0].pk}/", {"booking": pat.pk})

    assert lists(opened[0]) == [("Pat", "coming")]
    assert "Pat Take off the list" in words(convene(f"{opened[0].pk}/"))


def test_only_convenors_read_the_list(client, opened, day, bo):
    client.force_login(bo)

    assert client.get(f"/gatherings/{day.slug}/programme/sign-up/{opened[0].pk}/").status_code == 403


def test_wishes_end_before_the_first_that_is_drawn_begins(convene, day, workshop):
    form = {"sessions": [workshop.pk], "how": "by_wishes", "most_each": 2, "until_day": f"{THE_DAY}"}
    late = convene("", form | {"until_time": "10:30"})
    in_time = convene("", form | {"until_time": "10:00"})

    assert "wishes have to end before that" in words(late)
    assert (late.status_code, in_time.redirect_chain[-1][1], Draw.objects.count()) == (422, 302, 1)


def test_what_is_opened_before_it_is_shown_is_shown_to_convenors_alone(convene, day, workshop, comes, released):
    convene("", {"sessions": [workshop.pk], "how": "first_come", "most_each": "2"})
    theirs = f"/gatherings/{day.slug}/booking/{comes('Di').key}/sessions/"
    client = Client()

    assert "Not shown to people yet" in words(convene())
    assert "A workshop" not in words(client.get(theirs))

    released()
    assert "Not shown to people yet" not in words(convene())
    assert "A workshop" in words(client.get(theirs))


@pytest.mark.parametrize("path", ["{n}/", "{n}/1/ending/", "{n}/ending/", "{hour}/{n}/ending/"])
@pytest.mark.parametrize("number", ["9" * 18, "9" * 30])
def test_a_number_that_is_no_key_is_not_found(convene, opened, path, number):
    response = convene(path.format(n=number, hour=opened[0].pk), {})

    assert response.status_code == 404
