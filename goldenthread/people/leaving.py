"""Leaving for good: the person's row goes, and with it whatever hangs on it."""

from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.db import transaction

from goldenthread.journal.note import note
from goldenthread.kit import wishes
from goldenthread.kit.registry import rooms
from goldenthread.outbox.forgetting import forget_address, forget_writer
from goldenthread.people.above import RoomAbovePeople
from goldenthread.people.models import Person, SignInLink

GONE = "gone"


@transaction.atomic
def leave(person: Person) -> None:
    """Erase this person. The journal keeps that somebody left, not who."""
    keys = list(UserSession.objects.filter(user=person).values_list("session_key", flat=True))
    Session.objects.filter(session_key__in=keys).delete()
    marks = [*forget_everywhere(person, person.email or ""), mark_of(person)]
    forget_writer(person)
    note(None, "left", person)
    person.delete()
    write_down(marks)


def forget_everywhere(person: Person | None, address: str) -> list[str]:
    """What hangs on no row of theirs: in every room, and what we know of an address that nobody has confirmed yet."""
    marks = [mark for room in rooms(RoomAbovePeople) for mark in room.before_leaving(person, address)]
    if address:
        forget_address(address)
        SignInLink.objects.filter(address=address).delete()
    return marks


def write_down(marks: list[str]) -> None:
    """Last of all, when everything else has gone well."""
    for mark in marks:
        wishes.write_down(GONE, mark)


def mark_of(person: Person) -> str:
    """Whose wish it was, for a house that is brought back from an older backup: to be recognised there, not read. Made of
    what was drawn by lot when their row was made, because numbers and addresses may be given to somebody else later."""
    return wishes.unreadable(f"person {person.pk} {person.password}")


def forget_again(marks: set[str]) -> int:
    """Erase whoever left after the backup was made that this house was brought back from."""
    back = [person for person in Person.objects.iterator() if mark_of(person) in marks]
    for person in back:
        leave(person)
    for room in rooms(RoomAbovePeople):
        room.forget_again(marks)
    return len(back)
