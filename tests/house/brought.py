"""What the member brings to the gathering, for the tables of who may do what and of what a page asks."""

from datetime import timedelta

from django.core import signing

from goldenthread.gatherings.voices.models import Call, Contribution, HelpAsked, HelpOffer, Voice, VoiceTerms
from goldenthread.gatherings.voices.offering import offer, send
from goldenthread.gatherings.voices.views.offering import SALT
from goldenthread.kit import clock
from goldenthread.kit.sealed import seal


def brought_to(gathering, person, convenor, other):
    """Sent by the member, who would like help with it; another member offers that, and somebody else was asked to bring it, too."""
    now = clock.now()
    Call.objects.create(gathering=gathering, words="Stand up.", until=now + timedelta(days=9), by=convenor)
    voice = Voice(name=person.name, email=person.email, person=person)
    voice = offer(
        Contribution(gathering=gathering, title="Eleven chairs", words="A circle."), voice, sends=False, now=now
    )
    contribution = voice.contribution
    send(contribution, now=now, by=person)
    VoiceTerms.objects.create(voice=voice, fee="None", by=convenor, at=now)
    asked = HelpAsked.objects.create(contribution=contribution, voice=voice, words="The ending.")
    co_voice = Voice.objects.create(contribution=contribution, number=2, name="Sam", email="sam@example.org")
    on_paper = Voice.objects.create(contribution=contribution, number=3, name="Nan", yes_at=now)
    return {
        "contribution": contribution.pk,
        "voice": voice.key,
        "voice_number": voice.pk,
        "co_voice": co_voice.key,
        "co_voice_number": co_voice.pk,
        "paper_voice": on_paper.pk,
        "offered": signing.dumps([seal(voice.key), False], salt=SALT),
        "help_asked": asked.pk,
        "help_offer": HelpOffer.objects.create(asked=asked, person=other, words="I could.").pk,
    }
