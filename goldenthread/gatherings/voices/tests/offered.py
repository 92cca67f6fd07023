"""What people offered, for tests: three contributions, and some who read."""

from datetime import timedelta

from goldenthread.gatherings.voices.asking_readers import ReaderRequest, ask, open_readings
from goldenthread.gatherings.voices.models import Call, Contribution, ContributionVersion, Voice
from goldenthread.kit import clock


def call_at(gathering, *, is_blind=False):
    until = clock.now() + timedelta(days=9)
    return Call.objects.create(gathering=gathering, words="Stand up.", until=until, is_blind=is_blind)


def offer(gathering, title, *voices, **more):
    """Sent, by these: a person, or a name on paper."""
    words = {"words": f"Words of {title}.", "words_for_readers": f"For readers of {title}.", "sent_at": clock.now()}
    contribution = Contribution.objects.create(gathering=gathering, title=title, **(words | more))
    about = {name: getattr(contribution, name) for name in ("title", "words", "words_for_readers")}
    ContributionVersion.objects.create(contribution=contribution, number=1, **about)
    for number, who in enumerate(voices, start=1):
        theirs = {"name": who} if isinstance(who, str) else {"person": who, "name": who.name, "email": who.email or ""}
        Voice.objects.create(contribution=contribution, number=number, yes_at=clock.now(), **theirs)
    return contribution


def reads(gathering, person, by, **more):
    """Asked to read by their address, as a convenor asks."""
    wanted = ReaderRequest(person.name, person.email, clock.now() + timedelta(days=9), **more)
    return ask(gathering, wanted, by=by)


def begin_to_read(gathering, by, *people):
    for person in people:
        reads(gathering, person, by)
    open_readings(gathering, by=by)


def change(contribution, words):
    """As an offerer changes it: a new version."""
    contribution.words, contribution.version = words, contribution.version + 1
    contribution.save(update_fields=["words", "version"])
    about = {name: getattr(contribution, name) for name in ("title", "words", "words_for_readers")}
    ContributionVersion.objects.create(contribution=contribution, number=contribution.version, **about)
