"""What is kept of a hello goes in time, and with whoever wrote it."""

from datetime import timedelta

import pytest
from django.test import Client

from goldenthread.kit import clock
from goldenthread.outbox.chores import forget_old_emails
from goldenthread.outbox.models import Email
from goldenthread.people.chores import forget_hellos
from goldenthread.people.leaving import leave
from goldenthread.people.models import Hello, Hellos, Person

THANKS = "Thank you. We send your words on, unless they have asked us not to."
WORDS = {"words": "I bake, too.\n\n123 456"}


THANKS = "Thank you. We send your words on, unless they have asked us not to."
WORDS = {"words": "I bake, too.\n\n123 456"}


def browser_of(person):
    browser = Client()
    browser.force_login(person)
    return browser


@pytest.fixture
def nia(somebody):
    """Whom members may find, and say hello to."""
    nia = somebody("Nia", hellos=Hellos.MEMBERS)
    Person.objects.filter(pk=nia.pk).update(email="nia@example.org")
    return nia


@pytest.fixture
def to_nia(nia):
    return f"/people/{nia.portrait.token}/hello/"


@pytest.fixture
def ada_writes(client, ada, to_nia):
    client.force_login(ada)
    return lambda **more: client.post(to_nia, WORDS | more, follow=True)


def hellos():
    return Email.objects.filter(kind=Email.HELLO).order_by("pk")


def test_nothing_of_it_stays(ada_writes, home):
    ada_writes()
    later = clock.now() + timedelta(days=60, minutes=1)

    forget_hellos(later)
    forget_old_emails(later)

    assert (Hello.objects.count(), hellos().count()) == (0, 0)


def test_what_i_wrote_goes_with_me(ada_writes, ada):
    ada_writes()

    leave(ada)

    assert (Hello.objects.count(), hellos().count()) == (0, 0)
