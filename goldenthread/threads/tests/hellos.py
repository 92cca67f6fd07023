"""What tests of hellos share: the words that are sent, and the e-mails that came of them."""

from django.db.models import QuerySet
from django.test import Client

from goldenthread.outbox.models import Email
from goldenthread.people.models import Person

WORDS = {"words": "I bake, too.\n\n123 456"}


def browser_of(person: Person) -> Client:
    browser = Client()
    browser.force_login(person)
    return browser


def hellos() -> QuerySet[Email]:
    return Email.objects.filter(kind=Email.HELLO).order_by("pk")
