"""What the matcher knows of people, and what it says: only what both told every member."""

import pytest

from goldenthread.people.models import Hat, Person, Portrait
from goldenthread.threads.models import Asking
from goldenthread.threads.seeking import MANY_PEOPLE, MOST_WORDS, PublicProfile, _without_what_tells_nothing, who_asked
from goldenthread.threads.suggesting import reason, suggest


def test_each_reads_why_from_their_own_side(baker, singer, now):
    suggest(now)

    assert Asking.objects.get(person=baker).why == (
        "They bring what you look for: choir. They look for what you bring: bread. "
        "You both live in the same region: Wales. They come from another sector: Education."
    )


def test_each_reads_why_in_their_own_language(baker, singer, now):
    Person.objects.filter(pk=baker.pk).update(language="cy")

    suggest(now)

    assert [("choir" in asking.why, "They" in asking.why) for asking in Asking.objects.order_by("person")] == [
        (True, False),
        (True, True),
    ]


def test_what_both_speak_of_is_said_too():
    me = PublicProfile(1, "en-gb", offers=frozenset({"bread", "garden"}), needs=frozenset({"choir"}))
    them = PublicProfile(2, "en-gb", offers=frozenset({"garden"}), needs=frozenset({"bread"}))

    assert reason(me, them) == "They look for what you bring: bread. You both mention garden."


def test_what_was_not_told_to_every_member_is_not_used(baker, singer, now):
    Portrait.objects.filter(person=singer).update(brings_audience="met", looks_for_audience="only_me")

    assert suggest(now) == 0


def test_a_region_or_sector_that_was_told_to_few_is_not_said(baker, singer, now):
    Portrait.objects.filter(person=singer).update(region_audience="met")
    Hat.objects.filter(person=singer).update(audience="met")

    suggest(now)

    assert Asking.objects.get(person=baker).why == (
        "They bring what you look for: choir. They look for what you bring: bread."
    )


@pytest.mark.parametrize("change", [{"sector": "lived_experience"}, {"is_for_mixing": False}])
def test_lived_experience_and_hats_not_for_mixing_are_no_reason(baker, singer, now, change):
    Hat.objects.filter(person=singer).update(**change)

    assert {profile.person: profile.sector for profile in who_asked(now)} == {baker.pk: "health", singer.pk: ""}


def test_words_that_one_or_nearly_all_use_connect_nobody():
    people = [
        PublicProfile(number, "", offers=frozenset({"bread"} | ({"choir"} if number < 3 else set())))
        for number in range(60)
    ]
    people[0] = PublicProfile(0, "", offers=people[0].offers | {"alone"})

    profiles = _without_what_tells_nothing(people)

    assert (len(people) > MANY_PEOPLE, {word for profile in profiles for word in profile.offers}) == (True, {"choir"})


def test_there_is_an_end_to_how_many_words_are_known():
    words = frozenset(f"word{number}" for number in range(MOST_WORDS + 10))

    profiles = _without_what_tells_nothing([PublicProfile(1, "", offers=words), PublicProfile(2, "", needs=words)])

    assert [len(profiles[0].offers), len(profiles[1].needs)] == [MOST_WORDS, MOST_WORDS]
