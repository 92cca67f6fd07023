"""Saying hello: one member writes a few lines to another, through this site, and then it is the other's turn."""

from datetime import datetime

from django.db import transaction
from django.db.models import Exists, OuterRef

from goldenthread.journal.note import note
from goldenthread.kit import clock
from goldenthread.kit.registry import rooms
from goldenthread.outbox.models import Email
from goldenthread.outbox.models.email import EmailQuerySet
from goldenthread.people.above import RoomAbovePeople
from goldenthread.people.models import Hello, Person, Portrait
from goldenthread.people.models.hello import OPEN_FOR


class TheirTurn(Exception):
    """They have had a hello from this person, and have not answered yet."""


@transaction.atomic
def say_hello(by: Person, to: Person) -> Hello:
    """Whether or not an e-mail goes (is_passed_on), so that nobody can tell which. Their own page gets its address, for the
    answer."""
    # Two presses at once, one after the other.
    Person.objects.select_for_update().get(pk=by.pk)
    if Hello.objects.unanswered(by, to, clock.now()):
        raise TheirTurn
    Portrait.objects.get_or_create(person=by)
    hello = Hello.objects.create(by=by, to=to)
    note(by, "said hello", hello)
    return hello


def hello_to_answer(me: Person, of: Person, now: datetime) -> Email | None:
    """The e-mail with the hello that waits for my answer. Of one that was not passed on, I hear nothing."""
    if not Hello.objects.unanswered(of, me, now):
        return None
    return Email.objects.of(me).filter(kind=Email.HELLO, speaks_of=of).first()


def hellos_to_answer(me: Person, now: datetime) -> EmailQuerySet:
    """Every one of them, newest first."""
    answered = Hello.objects.filter(by=me, to=OuterRef("speaks_of"), at__gt=OuterRef("written_at"))
    lately = Email.objects.of(me).filter(kind=Email.HELLO, written_at__gt=now - OPEN_FOR)
    waiting = lately.filter(~Exists(answered), speaks_of__portrait__isnull=False)
    return waiting.select_related("speaks_of__portrait").defer("text", "html", "calendar")


def words_in(email: Email) -> str:
    """What they wrote, without what this site wrote around it."""
    return "\n".join(line.removeprefix(">").strip() for line in email.text.splitlines() if line.startswith(">"))


def is_passed_on(by: Person, to: Person) -> bool:
    """Unless the two are to be left in peace, for a reason that is nobody's business."""
    return not any(room.are_to_be_left_apart(by, to) for room in rooms(RoomAbovePeople))
