"""How what people bring, and the programme that comes of it, hangs on a person (see test_merging_people.py)."""

from datetime import timedelta

from django.utils import timezone

from goldenthread.gatherings.open_hour import models as open_hour
from goldenthread.gatherings.programme import models as programme
from goldenthread.gatherings.signup import models as signup
from goldenthread.gatherings.voices import models as voices
from goldenthread.people import models as people


def in_nine_days():
    return timezone.now() + timedelta(days=9)


def call_at(tea, by=None):
    soon = {"words": "Stand up.", "until": in_nine_days(), "by": by}
    return voices.Call.objects.update_or_create(gathering=tea, defaults=soon)[0]


def contribution_at(tea):
    return voices.Contribution.objects.create(gathering=tea, title="Eleven chairs")


def voice_at(tea, **more):
    return voices.Voice.objects.create(contribution=contribution_at(tea), number=1, name="Jude", **more)


def help_asked_at(tea):
    voice = voice_at(tea)
    return voices.HelpAsked.objects.create(contribution=voice.contribution, voice=voice, words="The ending.")


def reading_at(tea, **more):
    reader = people.Person.objects.create_person("Reads")
    return voices.Reading.objects.create(
        contribution=contribution_at(tea), reader=reader, leaning="in", version=1, **more
    )


def session_at(tea):
    return programme.Session.objects.create(gathering=tea, title="Eleven chairs")


VOICES = {
    "voices.Call.by": lambda person, tea: call_at(tea, by=person),
    "voices.CallExtension.by": lambda person, tea: voices.CallExtension.objects.create(
        call=call_at(tea), before=timezone.now(), until=in_nine_days(), by=person
    ),
    "voices.CallQuestion.by": lambda person, tea: voices.CallQuestion.objects.create(
        call=call_at(tea), words="Which train?", purpose="To share a taxi.", by=person
    ),
    "voices.CallClosing.by": lambda person, tea: voices.CallClosing.objects.update_or_create(
        call=call_at(tea), defaults={"by": person}
    ),
    "voices.Voice.person": lambda person, tea: voice_at(tea, person=person),
    "voices.Voice.typed_in_by": lambda person, tea: voice_at(tea, typed_in_by=person),
    "voices.VoiceTerms.by": lambda person, tea: voices.VoiceTerms.objects.create(voice=voice_at(tea), by=person),
    "voices.HelpOffer.person": lambda person, tea: voices.HelpOffer.objects.create(
        asked=help_asked_at(tea), person=person, words="I could."
    ),
    "voices.Readership.person": lambda person, tea: voices.Readership.objects.create(
        gathering=tea, person=person, until=in_nine_days()
    ),
    "voices.Readership.by": lambda person, tea: voices.Readership.objects.create(
        gathering=tea, person=people.Person.objects.create_person("Reads"), until=in_nine_days(), by=person
    ),
    "voices.ReadingsOpening.by": lambda person, tea: voices.ReadingsOpening.objects.update_or_create(
        gathering=tea, defaults={"by": person}
    ),
    "voices.Reading.reader": lambda person, tea: voices.Reading.objects.create(
        contribution=contribution_at(tea), reader=person, leaning="in", version=1
    ),
    "voices.Reading.typed_in_by": lambda person, tea: reading_at(tea, typed_in_by=person),
    "voices.ReadingCorrection.by": lambda person, tea: voices.ReadingCorrection.objects.create(
        reading=reading_at(tea), leaning="in", by=person
    ),
    "voices.Decision.by": lambda person, tea: voices.Decision.objects.create(
        contribution=contribution_at(tea), answer="in", by=person
    ),
    "voices.Telling.by": lambda person, tea: voices.Telling.objects.create(gathering=tea, by=person),
}
PROGRAMME = {
    "programme.RoomClosure.by": lambda person, tea: programme.RoomClosure.objects.create(
        room=programme.ProgrammeRoom.objects.get_or_create(gathering=tea, number=1, name="Hall")[0],
        starts_at=timezone.now(),
        ends_at=in_nine_days(),
        by=person,
    ),
    "programme.Placing.by": lambda person, tea: programme.Placing.objects.create(
        session=session_at(tea), day=in_nine_days().date(), from_time=in_nine_days().time(), by=person
    ),
    "programme.PlacingChange.by": lambda person, tea: programme.PlacingChange.objects.create(
        session=session_at(tea), version=1, by=person
    ),
    "programme.DraftRun.by": lambda person, tea: programme.DraftRun.objects.create(
        gathering=tea, number=programme.DraftRun.objects.count() + 1, seed=1, seconds=1, iterations=1, by=person
    ),
    "programme.ProgrammeImport.by": lambda person, tea: programme.ProgrammeImport.objects.create(
        gathering=tea, by=person, file="camp.xml"
    ),
    "programme.Release.by": lambda person, tea: programme.Release.objects.create(
        gathering=tea, number=programme.Release.objects.count() + 1, by=person
    ),
    "signup.SignUpOpening.by": lambda person, tea: signup.SignUpOpening.objects.create(
        session=session_at(tea), by=person
    ),
    "signup.Draw.by": lambda person, tea: signup.Draw.objects.create(
        gathering=tea, until=in_nine_days(), drawn_at=timezone.now(), by=person
    ),
    "open_hour.OpenHour.by": lambda person, tea: open_hour.OpenHour.objects.update_or_create(
        gathering=tea, defaults={"by": person}
    ),
}
