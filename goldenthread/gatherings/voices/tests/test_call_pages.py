"""The pages on which convenors open a call, and change it."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from goldenthread.gatherings.plan import turns
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.voices.models import Call, CallExtension
from goldenthread.gatherings.voices.tests.calls import a_call_at
from goldenthread.kit import clock

CALL = "/gatherings/spring/call/"


@pytest.fixture
def convenor(client, ada):
    client.force_login(ada)
    return client


@pytest.fixture
def filled_in(convenor, spring):
    """The form as it is shown, to be sent as it stands."""
    form = convenor.get(f"{CALL}opening/").context["form"]
    return {field.html_name: field.value() for field in form if field.value() not in (None, False, "")}


def test_from_the_plan_to_a_call_that_is_open_it_is_at_most_six_presses(convenor, spring):
    presses, page = 0, convenor.get("/gatherings/spring/plan/").content.decode()
    for label in ["Next", "Open the call"]:
        [path] = re.findall(rf'<a[^>]*?href="([^"]+)"[^>]*>\s*{label}\s*<', page)
        presses, answer = presses + 1, convenor.get(path)
        page = answer.content.decode()
    form = answer.context["form"]
    as_it_stands = {field.html_name: field.value() for field in form if field.value() not in (None, False, "")}
    opened = convenor.post(path, as_it_stands)

    call = Call.objects.get()
    assert (presses + 1 <= 6, opened.status_code) == (True, 302)
    assert call.kinds.count() == 5
    assert call.is_open(clock.now())


def test_what_the_plan_says_is_filled_in_and_what_is_not_ticked_is_not_offered(convenor, spring, filled_in):
    words = {"words": "Come and tell us.", "looked_for": "What went wrong", "until_day": "2027-02-28"}
    left = {name: value for name, value in filled_in.items() if name != "talk_is_offered"} | {"talk_minutes": ""}

    answer = convenor.post(f"{CALL}opening/", left | words | {"story_minutes": "12", "story_most_people": "30"})

    call = Call.objects.get()
    kinds = list(call.kinds.order_by("number").values_list("name", "minutes", "most_people"))
    assert (answer.status_code, timezone.localtime(call.until).isoformat()) == (302, "2027-02-28T23:59:00+00:00")
    assert kinds == [("A story", 12, 30), ("A workshop", 45, 20), ("A question", 20, None), ("A circle", 45, 12)]


def test_the_words_of_the_plan_are_there_before(convenor, spring):
    Gathering.objects.update(voices="Would you tell a story?")

    assert convenor.get(f"{CALL}opening/").context["form"]["words"].value() == "Would you tell a story?"


@pytest.mark.parametrize(
    ("until", "says"),
    [
        ("2020-01-01", "That day has passed. Choose a later day."),
        ("2027-04-20", "The gathering begins on 20 April 2027, and its programme is made before."),
        ("", "Please answer this."),
        ("20270-01-01", "Enter a valid date."),
    ],
)
def test_an_end_that_cannot_be_is_refused_in_words(convenor, spring, filled_in, until, says):
    answer = convenor.post(f"{CALL}opening/", filled_in | {"until_day": until})

    assert (answer.status_code, Call.objects.count()) == (422, 0)
    assert says in " ".join(answer.context["form"].errors["until_day"])


def test_it_is_kept_open_for_longer_and_never_for_shorter(convenor, spring, ada):
    a_call_at(spring, ada)
    shorter = [
        convenor.post(f"{CALL}extension/", {"until_day": day}).status_code for day in ("2027-02-01", "2027-03-01")
    ]
    longer = convenor.post(f"{CALL}extension/", {"until_day": "2027-03-09"})

    assert (shorter, longer.status_code, CallExtension.objects.count()) == ([422, 422], 302, 1)


def test_closed_by_hand_it_opens_again_until_the_day_that_was_said(convenor, spring, ada):
    a_call_at(spring, ada)
    convenor.post(f"{CALL}closing/")
    was_closed = Call.objects.get().is_closed
    convenor.post(f"{CALL}extension/", {"until_day": "2027-03-01"})

    assert (was_closed, Call.objects.get().is_closed, CallExtension.objects.count()) == (True, False, 0)


def test_what_is_closed_is_not_closed_again(convenor, spring, ada):
    a_call_at(spring, ada, until=clock.now() - timedelta(minutes=1))

    answer = convenor.post(f"{CALL}closing/")

    assert (answer.status_code, Call.objects.get().is_closed) == (200, False)
    assert "The call is closed." in answer.content.decode()


def test_kinds_are_changed_and_one_more_is_offered(convenor, spring, ada):
    story = a_call_at(spring, ada).kinds.get()
    shown = convenor.get(f"{CALL}kinds/").context["form"]
    as_it_stands = {field.html_name: field.value() for field in shown if field.value() not in (None, False, "")}
    song = {"kind_new_name": "A song", "kind_new_minutes": "5"}

    refused = convenor.post(f"{CALL}kinds/", as_it_stands | {f"kind_{story.pk}_minutes": "0"}).status_code
    convenor.post(f"{CALL}kinds/", as_it_stands | song)

    nameless = convenor.post(
        f"{CALL}kinds/", as_it_stands | {"kind_new_words": "All together", "kind_new_minutes": "5"}
    )

    assert (refused, nameless.status_code) == (422, 422)
    assert list(Call.objects.get().kinds.order_by("number").values_list("name", "minutes")) == [
        ("A story", 10),
        ("A song", 5),
    ]


def test_its_words_are_changed_where_it_was_opened(convenor, spring, ada):
    a_call_at(spring, ada)

    convenor.post(f"{CALL}opening/", {"words": "Anew", "looked_for": "Songs"})

    call = Call.objects.get()
    assert (call.words, call.looked_for, call.kinds.count()) == ("Anew", "Songs", 1)


@pytest.mark.parametrize("page", ["extension", "closing", "kinds", "questions"])
def test_without_a_call_its_pages_lead_to_opening_one(convenor, spring, page):
    assert convenor.get(f"{CALL}{page}/")["Location"] == f"{CALL}opening/"


def test_a_gathering_that_is_off_asks_for_no_voices(convenor, spring, ada, filled_in):
    turns.call_off(spring, by=ada)

    answer = convenor.post(f"{CALL}opening/", filled_in)

    assert (answer.status_code, Call.objects.count()) == (422, 0)
