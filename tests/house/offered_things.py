"""What people offered, for the addresses of the permission matrix: the member reads, and one of each stands decided."""

from datetime import timedelta

from goldenthread.gatherings.voices.asking_readers import ReaderRequest, ask, open_readings
from goldenthread.gatherings.voices.deciding import decide
from goldenthread.gatherings.voices.models import (
    Contribution,
    Decision,
    OwedAnswer,
    Readership,
    Reading,
    Telling,
    Voice,
)
from goldenthread.gatherings.voices.telling_decisions import previews_for, stamp_of, tell
from goldenthread.kit import clock


def offered(gathering, title):
    """By somebody on paper."""
    contribution = Contribution.objects.create(gathering=gathering, title=title, words="Ours.", sent_at=clock.now())
    Voice.objects.create(contribution=contribution, number=1, name="Pat Paper", yes_at=clock.now())
    return contribution


def more_offered(gathering, convenor, newcomer):
    """They read, too; one more of theirs is open, one is held back, and one is known."""
    until = clock.now() + timedelta(days=9)
    Readership.objects.create(gathering=gathering, person=newcomer, until=until, asked_as=newcomer.name)
    known = Telling.objects.create(gathering=gathering, by=convenor)
    for title, telling in (("held", None), ("known", known)):
        contribution = offered(gathering, f"{newcomer.name}, {title}")
        Decision.objects.create(contribution=contribution, answer="in", by=convenor, telling=telling)
        Reading.objects.create(contribution=contribution, reader=newcomer, leaning="in", version=1)
    offered(gathering, f"{newcomer.name}, open")


def to_read_and_decide(gathering, convenor, member):
    until = clock.now() + timedelta(days=9)
    readership = ask(gathering, ReaderRequest(member.name, member.email, until), by=convenor)
    open_readings(gathering, by=convenor)
    is_in, reserve = offered(gathering, "Eleven chairs"), offered(gathering, "Twelve chairs")
    decide(is_in, by=convenor, answer="in", reason="", door="")
    decide(reserve, by=convenor, answer="reserve", reason="", door="")
    tell(gathering, seen=stamp_of(previews_for(gathering, by=convenor)), not_yet=(), by=convenor)
    OwedAnswer.objects.filter(decision__contribution=reserve).delete()
    spoken = is_in.voices.get()
    return {
        "readership": readership.pk,
        "to_decide": offered(gathering, "A song").pk,
        "reserve": reserve.pk,
        "spoken": spoken.pk,
        "spoken_key": spoken.key,
    }
