"""Two addresses of one person stand behind one contribution; their pages are joined: they are one voice, and nothing is lost."""

from datetime import timedelta

import pytest
from django.utils import timezone

from goldenthread.gatherings.voices.deciding import decide
from goldenthread.gatherings.voices.models import HelpAsked, HelpOffer, OwedAnswer, Voice, VoiceAbsence, VoiceTerms
from goldenthread.gatherings.voices.tests.offered import offer
from goldenthread.kit import clock
from goldenthread.people.merging_people import merge_people
from goldenthread.people.models import Person


@pytest.fixture
def boris(home):
    """Bo, at another address."""
    return Person.objects.create_person("Boris", "boris@example.org", joined_at=home.founded_at)


@pytest.fixture
def twice(spring, bo, boris):
    """Bo offered it as Boris, and stands in it as Bo, too."""
    return list(offer(spring, "Eleven chairs", boris, bo).voices.order_by("number"))


def test_they_stand_in_it_once(twice, bo, boris):
    merge_people(bo, boris)

    voice = Voice.objects.get()
    assert (voice.person, voice.number, voice.is_in) == (bo, 1, True)


def test_a_yes_is_worth_more_than_having_been_asked(twice, bo, boris):
    first, second = twice
    Voice.objects.filter(pk=first.pk).update(yes_at=None, person=None)

    merge_people(bo, boris)

    voice = Voice.objects.get()
    assert (voice.pk, voice.number, voice.yes_at) == (second.pk, 1, second.yes_at)


def test_having_left_at_one_address_they_stay_at_the_other(twice, bo, boris):
    Voice.objects.filter(pk=twice[0].pk).update(left_at=clock.now())

    merge_people(bo, boris)

    assert Voice.objects.get().is_in


def test_what_was_agreed_is_kept(twice, bo, boris, ada):
    VoiceTerms.objects.create(voice=twice[1], fee="£120", by=ada, agreed_at=clock.now())

    merge_people(bo, boris)

    terms = VoiceTerms.objects.get()
    assert (terms.voice, terms.fee, terms.agreed_at is not None) == (twice[0], "£120", True)


def test_of_both_nothing_is_lost_and_it_is_asked_anew(twice, bo, boris, ada):
    for voice, fee in zip(twice, ("£120", "£80"), strict=True):
        VoiceTerms.objects.create(voice=voice, fee=fee, expenses="The train", by=ada, agreed_at=clock.now())

    merge_people(bo, boris)

    terms = VoiceTerms.objects.get()
    assert (terms.fee, terms.expenses, terms.agreed_at) == ("£120; £80", "The train", None)


def test_all_that_hangs_on_either_hangs_on_the_one(twice, bo, boris, spring, ada):
    begins = timezone.now()
    for voice in twice:
        VoiceAbsence.objects.create(voice=voice, starts_at=begins, ends_at=begins + timedelta(hours=1))
    VoiceAbsence.objects.create(voice=twice[1], starts_at=begins, ends_at=begins + timedelta(hours=2))
    HelpAsked.objects.create(contribution=twice[0].contribution, voice=twice[1], words="The ending.")

    merge_people(bo, boris)

    voice = Voice.objects.get()
    assert (voice.absences.count(), HelpAsked.objects.get().voice) == (2, voice)


def test_the_later_answer_counts(twice, bo, boris):
    now = clock.now()
    Voice.objects.filter(pk=twice[0].pk).update(accepted_at=now - timedelta(days=1))
    Voice.objects.filter(pk=twice[1].pk).update(stepped_back_at=now)

    merge_people(bo, boris)

    voice = Voice.objects.get()
    assert (voice.accepted_at, voice.stepped_back_at) == (None, now)


def test_nobody_thinks_it_through_with_themselves(twice, bo, boris):
    question = HelpAsked.objects.create(contribution=twice[0].contribution, voice=twice[0], words="The ending.")
    Voice.objects.filter(pk=twice[1].pk).delete()
    HelpOffer.objects.create(asked=question, person=bo, words="I could.", accepted_at=clock.now())

    merge_people(bo, boris)

    assert (HelpOffer.objects.count(), HelpAsked.objects.still_open().count()) == (0, 1)


def test_an_e_mail_that_is_owed_is_owed_once(twice, bo, boris, ada):
    decision = decide(twice[0].contribution, by=ada, answer="in", reason="", door="")
    for voice in twice:
        OwedAnswer.objects.create(voice=voice, decision=decision)

    merge_people(bo, boris)

    assert [owed.decision for owed in OwedAnswer.objects.all()] == [decision]
