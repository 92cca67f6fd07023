"""The e-mail about a call that ends, as it would be written to whoever has a draft."""

from datetime import timedelta

from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.voices.ending_calls import remind_drafts_of
from goldenthread.gatherings.voices.models import Call, Contribution, Voice
from goldenthread.kit import clock
from goldenthread.people.models import Person


def call_ends(reader: Person, spring: Gathering) -> object:
    now, words = clock.now(), "Bread & <b>tea</b>: Llanfair\u00adpwllgwyngyll Ŵyn 🌱 \u0646\u0648\u0631"
    call, _ = Call.objects.get_or_create(gathering=spring, defaults={"words": words, "until": now + timedelta(days=2)})
    begun = now - timedelta(days=9)
    draft = Contribution.objects.create(gathering=spring, title=words, begun_at=begun)
    theirs = {"name": reader.known_as, "email": reader.email or "", "language": reader.language}
    Voice.objects.create(contribution=draft, number=1, person=reader, yes_at=begun, **theirs)
    remind_drafts_of(call, now)
    return draft
