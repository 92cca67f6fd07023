"""What the member brings to the gathering, for the tables of who may do what and of what a page asks."""

from datetime import timedelta

from django.core import signing

from goldenthread.gatherings.voices.models import Call, Contribution, HelpAsked, HelpOffer, Voice, VoiceTerms
from goldenthread.gatherings.voices.models.voice import a_key
from goldenthread.gatherings.voices.offering import offer, send
from goldenthread.gatherings.voices.views.offering import SALT
from goldenthread.kit import clock
from goldenthread.kit.sealed import seal


def brought_to(gathering, person, convenor, other):
    """Sent by the member, who would like help with it; another member offers that, and somebody else was asked to bring it, too."""
    now = clock.now()
    a_call = {"words": "Stand up.", "until": now + timedelta(days=9), "by": convenor}
    Call.objects.get_or_create(gathering=gathering, defaults=a_call)
    voice = Voice(name=person.name, email=person.email, person=person, key=f"v{a_key()}")
    voice = offer(
        Contribution(gathering=gathering, title="Eleven chairs", words="A circle."), voice, sends=False, now=now
    )
    contribution = voice.contribution
    send(contribution, now=now, by=person)
    VoiceTerms.objects.create(voice=voice, fee="None", by=convenor, at=now)
    return {
        "contribution": contribution.pk,
        # In an address `v{voice}`: without the letter it could be a number.
        "voice": voice.key[1:],
        "voice_number": voice.pk,
        "offered": signing.dumps([seal(voice.key), False], salt=SALT),
        **others_of(contribution),
        **help_with(voice, other),
    }


def others_of(contribution):
    co_voice = Voice.objects.create(
        contribution=contribution, number=2, name="Sam", email="sam@example.org", key=f"v{a_key()}"
    )
    on_paper = Voice.objects.create(contribution=contribution, number=3, name="Nan", yes_at=clock.now())
    return {"co_voice": co_voice.key[1:], "co_voice_number": co_voice.pk, "paper_voice": on_paper.pk}


def help_with(voice, helper):
    question = HelpAsked.objects.create(contribution=voice.contribution, voice=voice, words="The ending.")
    offer = HelpOffer.objects.create(asked=question, person=helper, words="I could.")
    return {"help_asked": question.pk, "help_offer": offer.pk}
