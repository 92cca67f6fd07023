"""Leaving for good: the person's row goes, and with it whatever hangs on it."""

from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.db import transaction

from goldenthread.journal.note import note
from goldenthread.kit import wishes
from goldenthread.kit.rooms import drawers
from goldenthread.outbox.forgetting import forget_address
from goldenthread.people.models import Person, SignInLink

GONE = "gone"


@transaction.atomic
def leave(person: Person) -> None:
    """Erase this person. The journal keeps that somebody left, not who."""
    keys = list(UserSession.objects.filter(user=person).values_list("session_key", flat=True))
    Session.objects.filter(session_key__in=keys).delete()
    # What rooms above know of them beyond what hangs on their row, each in a `leaving.py` of its own.
    for room in drawers("leaving"):
        if room.__name__ != __name__:
            room.before_leaving(person)
    # From before they joined, when we knew an address and no person.
    forget_address(person.email or "")
    SignInLink.objects.filter(address=person.email).delete()
    note(None, "left", person)
    gone = mark_of(person)
    person.delete()
    wishes.write_down(GONE, gone)


def mark_of(person: Person) -> str:
    """Whose wish it was, for a house that is brought back from an older backup: to be recognised there, not read. Made of
    what was drawn by lot when their row was made, because numbers and addresses may be given to somebody else later."""
    return wishes.unreadable(f"person {person.pk} {person.password}")


def forget_again(marks: set[str]) -> int:
    """Erase whoever left after the backup was made that this house was brought back from."""
    back = [person for person in Person.objects.iterator() if mark_of(person) in marks]
    for person in back:
        leave(person)
    return len(back)
