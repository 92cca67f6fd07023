"""Leaving for good: the person's row goes, and with it whatever hangs on it."""

from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.db import transaction

from goldenthread.journal.note import note
from goldenthread.outbox.models import Letter
from goldenthread.people.models import Person, SignInLink


@transaction.atomic
def leave(person: Person) -> None:
    """Erase this person. The journal keeps that somebody left, not who."""
    keys = list(UserSession.objects.filter(user=person).values_list("session_key", flat=True))
    Session.objects.filter(session_key__in=keys).delete()
    # From before they joined, when we knew an address and no person.
    Letter.objects.filter(address=person.email).delete()
    SignInLink.objects.filter(address=person.email).delete()
    note(None, "left", person)
    person.delete()
