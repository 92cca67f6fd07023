"""E-mails about what people offer, as they would be written to somebody (see every.py)."""

from collections.abc import Callable
from datetime import timedelta

from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.voices.models import (
    Contribution,
    Decision,
    DecisionAnswer,
    OtherDoor,
    Readership,
    Telling,
    Voice,
)
from goldenthread.gatherings.voices.telling_emails import compose_answer, please_read
from goldenthread.kit import clock
from goldenthread.people.models import Person

LONG = "Bread & <b>tea</b>: Llanfair\u00adpwllgwyngyll \u0646\u0648\u0631 " + "x" * 40


def asked_to_read(reader: Person, spring: Gathering) -> object:
    by, until = spring.convenings.get().person, clock.now() + timedelta(days=9)
    return please_read(Readership.objects.create(gathering=spring, person=reader, by=by, until=until))


def decided(answer: str) -> Callable[[Person, Gathering], object]:
    """With a reason and another door."""

    def written(reader: Person, spring: Gathering) -> object:
        contribution = Contribution.objects.create(gathering=spring, title=LONG, sent_at=clock.now())
        theirs = {"number": 1, "name": LONG[:80], "email": reader.email or "", "person": reader}
        voice = Voice.objects.create(contribution=contribution, **theirs)
        telling = Telling.objects.create(gathering=spring)
        how = {"answer": answer, "reason": f"{LONG}\n\n123 456", "door": OtherDoor.OPEN_HOUR, "telling": telling}
        decision = Decision.objects.create(contribution=contribution, **how)
        email = compose_answer(voice, decision, by=spring.convenings.get().person)
        email.save()
        return email

    return written


ABOUT_VOICES = {
    "voices/emails/please_read": asked_to_read,
    **{f"voices/emails/decided_{answer}": decided(answer) for answer in DecisionAnswer.values},
}
