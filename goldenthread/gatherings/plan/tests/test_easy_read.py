"""The plan in short sentences."""

from datetime import time

import pytest

from goldenthread.gatherings.plan import turns

PAGE = "/gatherings/spring/easy-read/"


def page(client):
    return client.get(PAGE).content.decode()


def test_it_says_when_and_where(client, spring):
    spring.from_time, spring.to_time, spring.step_free, spring.quiet_room = time(9, 30), time(16), True, False
    spring.save()

    words = page(client)

    answers = ["It is on Tuesday 20 April 2027.", "It starts at 9:30.", "It ends at 16:00.", "There are no steps."]
    assert [sentence in words for sentence in answers] == [True] * 4
    assert "There is no quiet room." in words
    assert "We do not know yet if there is a hearing loop." in words


def test_the_convenors_easy_words_go_before_their_sentence(client, spring):
    spring.lede, spring.easy_read = "A day of relational practice.", "We meet.\n\nWe eat together."
    spring.save()

    words = page(client).partition("<main")[2]

    assert ("<p>We eat together.</p>" in words, "A day of relational practice." in words) == (True, False)


@pytest.mark.parametrize(
    ("turn", "sentence"),
    [
        (turns.call_off, "It will not happen. It is called off."),
        (turns.postpone, "It will be on another day. We do not know the day yet."),
    ],
)
def test_it_says_first_when_it_is_off(client, spring, ada, turn, sentence):
    turn(spring, by=ada, because="Snow.")

    words = page(client)

    assert (sentence in words, "20 April 2027" in words) == (True, False)


def test_after_the_day_it_asks_nobody_to_come(client, spring, time_machine):
    time_machine.move_to("2027-05-01T09:00:00Z")

    words = page(client)

    assert ("It is over." in words, "How can I come?" in words) == (True, False)
    assert [
        sentence
        for sentence in ("It was on Tuesday 20 April 2027.", "Where was it?", "Who planned it?")
        if sentence not in words
    ] == []
    assert "These people plan it" not in words


def test_words_from_before_the_day_are_not_said_of_now(client, spring, time_machine):
    spring.easy_read = "It is a day about tea."
    spring.save()
    before = page(client)
    time_machine.move_to("2027-05-01T09:00:00Z")

    assert ["This was written before the day:" in html for html in (before, page(client))] == [False, True]
    assert "It is a day about tea." in before


def test_a_draft_for_a_few_is_kept_from_search_engines(client, spring):
    spring.publication.delete()

    assert '<meta name="robots" content="noindex">' in page(client)


def test_the_plan_leads_there(client, spring):
    assert f'href="{PAGE}"' in client.get("/gatherings/spring/").content.decode()
