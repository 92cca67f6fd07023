"""E-mails about a programme, as they would be written to somebody who brings something (see every.py)."""

from collections.abc import Callable

from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.programme.emails import ProgrammeEmail, compose
from goldenthread.gatherings.programme.models import Placing
from goldenthread.gatherings.programme.tests.showing import as_read, brought, room, show
from goldenthread.kit import clock
from goldenthread.people.models import Person


def about_their_hour(title: str, *, is_moved: bool) -> Callable[[Person, Gathering], object]:
    """Where it is, or where it is now."""

    def written(reader: Person, spring: Gathering) -> object:
        theirs = {"name": reader.name, "email": reader.email or "", "person": reader}
        where = room(spring, f"{'Moved' if is_moved else 'Placed'} {title}"[:80])
        session = brought(spring, title, "10:00", where, **theirs)
        show(spring, now=clock.now())
        before = as_read(spring, clock.now()) if is_moved else None
        if is_moved:
            Placing.objects.filter(session=session).update(from_time="11:00")
            show(spring, now=clock.now())
        assert session.contribution
        voices = list(session.contribution.voices.all())
        speakers = frozenset(session.speakers.values_list("pk", flat=True))
        email = compose(ProgrammeEmail(voices, speakers, before, as_read(spring, clock.now())))
        assert email
        email.save()
        return email

    return written


def of_programmes(title: str) -> dict[str, Callable[[Person, Gathering], object]]:
    return {
        "programme/emails/placed": about_their_hour(title, is_moved=False),
        "programme/emails/moved": about_their_hour(title, is_moved=True),
    }
