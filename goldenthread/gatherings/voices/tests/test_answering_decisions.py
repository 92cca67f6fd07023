"""What a voice answers by its link: yes, or a step back; changed as long as it matters, and nothing on a GET."""

from datetime import timedelta

import pytest
from django.urls import reverse

from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.voices.answering_decisions import AnsweredTooLate, answer, has_stepped_back
from goldenthread.gatherings.voices.deciding import decide
from goldenthread.gatherings.voices.models import Voice, VoiceTerms
from goldenthread.gatherings.voices.telling_decisions import previews_for, stamp_of, tell
from goldenthread.gatherings.voices.tests.offered import offer
from goldenthread.kit import clock, replying


def at(name, gathering, *more):
    return reverse(f"voices:{name}", args=[gathering.slug, *more])


def tell_all(spring, ada):
    tell(spring, seen=stamp_of(previews_for(spring, by=ada)), not_yet=(), by=ada)


@pytest.fixture
def voice(spring, ada, bo):
    """Of what is in, and told."""
    contribution = offer(spring, "Eleven chairs", bo)
    decide(contribution, by=ada, answer="in", reason="Yes.", door="")
    tell_all(spring, ada)
    return Voice.objects.get(contribution=contribution)


def press(client, spring, voice, reply):
    shown_at = replying.stamp(0.0)
    return client.post(at("decision_answer", spring, voice.key), {"reply": reply, "shown_at": shown_at}, follow=True)


def test_somebody_says_yes_by_their_link(client, spring, voice):
    shown = press(client, spring, voice, "accept").text

    voice.refresh_from_db()
    assert (voice.accepted_at is not None, "You said: Yes" in shown) == (True, True)


def test_and_may_step_back_and_come_again(client, spring, voice):
    for reply in ("accept", "step-back"):
        press(client, spring, voice, reply)
    voice.refresh_from_db()
    assert (voice.accepted_at, voice.stepped_back_at is not None) == (None, True)

    press(client, spring, voice, "accept")
    voice.refresh_from_db()
    assert (voice.accepted_at is not None, voice.stepped_back_at) == (True, None)


@pytest.mark.parametrize(
    ("door", "way"),
    [
        ("open_hour", ("Keep a place on the day", "/gatherings/spring/")),
        ("wall", ("Keep a place on the day", "/gatherings/spring/")),
        ("next", ("Gatherings to come", "/gatherings/")),
        ("circle", None),
    ],
)
def test_who_is_turned_down_is_led_through_the_other_door(client, spring, ada, bo, door, way):
    contribution = offer(spring, "A very long talk", bo)
    decide(contribution, by=ada, answer="not_now", reason="The day is short.", door=door)
    tell_all(spring, ada)

    page = client.get(at("decision_answer", spring, contribution.voices.get().key))

    assert page.context["known"].way == way
    assert way is None or f'<a href="{way[1]}">{way[0]}</a>' in page.text


def test_looking_answers_nothing(client, spring, voice):
    for method in (client.get, client.head):
        assert method(at("decision_answer", spring, voice.key)).status_code == 200

    voice.refresh_from_db()
    assert (voice.accepted_at, voice.stepped_back_at) == (None, None)


def test_a_program_that_presses_at_once_is_asked_once_more(client, spring, voice):
    shown_at = client.get(at("decision_answer", spring, voice.key)).context["form"].shown_at
    pressed = client.post(at("decision_answer", spring, voice.key), {"reply": "accept", "shown_at": shown_at})

    voice.refresh_from_db()
    assert (pressed.status_code, voice.accepted_at) == (422, None)


def test_a_step_back_counts_after_a_quarter_of_an_hour(voice):
    answer(voice, "step-back", by=None)
    voice.refresh_from_db()

    now = clock.now()
    assert [has_stepped_back(voice, now + timedelta(minutes=n)) for n in (1, 16)] == [False, True]


def test_terms_that_are_open_are_said_and_the_yes_waits(client, spring, voice, ada):
    VoiceTerms.objects.create(voice=voice, fee="£50", by=ada)

    shown = press(client, spring, voice, "accept").text
    client.force_login(ada)
    for_convenors = client.get(at("decisions", spring)).text

    assert "haven’t agreed yet about fee" in shown
    assert "yes, once you agree about fee and expenses" in for_convenors


@pytest.mark.parametrize("fact", ["withdrawn", "left", "over"])
def test_when_it_matters_no_more_nothing_is_answered(spring, voice, fact):
    now = clock.now()
    if_so = {"withdrawn": ("contribution", "withdrawn_at"), "left": ("", "left_at")}
    end_it(voice, spring, if_so.get(fact), now)

    with pytest.raises(AnsweredTooLate):
        answer(Voice.objects.get(pk=voice.pk), "accept", by=None)


def end_it(voice, spring, where, now):
    if where is None:
        Gathering.objects.filter(pk=spring.pk).update(day=now.date() - timedelta(days=2))
        return
    row = voice.contribution if where[0] else voice
    setattr(row, where[1], now)
    row.save(update_fields=[where[1]])


@pytest.mark.parametrize("decided", ["reserve", "another", "not_now"])
def test_what_is_not_in_is_read_and_not_answered(client, spring, ada, bo, decided):
    contribution = offer(spring, "Twelve", bo)
    decide(contribution, by=ada, answer=decided, reason="A short day.", door="wall")
    tell_all(spring, ada)
    key = contribution.voices.get().key

    shown = client.get(at("decision_answer", spring, key))

    assert ("A short day." in shown.text, 'name="reply"' in shown.text) == (True, False)
    with pytest.raises(AnsweredTooLate):
        answer(contribution.voices.get(), "accept", by=None)


def test_a_key_opens_nothing_of_another_gathering(client, ada, voice):
    other = Gathering.begin("Supper", by=ada)

    assert client.get(at("decision_answer", other, voice.key)).status_code == 404


def test_a_convenor_writes_down_what_somebody_on_paper_said(client, spring, ada):
    contribution = offer(spring, "On paper", "Pat Paper")
    decide(contribution, by=ada, answer="in", reason="", door="")
    tell_all(spring, ada)
    client.force_login(ada)

    client.post(at("answer_for_them", spring, contribution.voices.get().pk), {"reply": "accept"})

    assert contribution.voices.get().accepted_at is not None


def test_and_for_nobody_who_can_answer_themselves(client, spring, ada, voice):
    client.force_login(ada)

    assert client.post(at("answer_for_them", spring, voice.pk), {"reply": "accept"}).status_code == 404


@pytest.mark.parametrize("decided", ["reserve", "another", "not_now"])
def test_what_is_elsewhere_is_asked_nothing_about_being_there(client, spring, ada, bo, decided):
    contribution = offer(spring, "Eleven chairs", bo)
    page = contribution.voices.get().get_absolute_url()
    before = client.get(page).text
    decide(contribution, by=ada, answer=decided, reason="The day is short.", door="open_hour")
    tell_all(spring, ada)
    after = client.get(page).text

    offers = [
        "We count on you for the whole gathering.",
        "Ask somebody to bring it with you",
        "You can still change it",
    ]
    assert [words in before for words in offers] == [True, True, True]
    assert [words in after for words in offers] == [False, False, False]
    assert "If there’s an open hour on the day" in after


def test_convenors_see_at_once_that_somebody_stepped_back(client, spring, voice, ada):
    answer(voice, "step-back", by=None)
    client.force_login(ada)

    assert "stepped back a moment ago" in client.get(at("decisions", spring)).text
