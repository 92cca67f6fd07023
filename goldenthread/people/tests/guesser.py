"""A process of its own in the house whose data it is given: it prepares a code, or guesses at it once it is told to begin."""

import sys
from time import sleep

import django

django.setup()

from goldenthread.people.models import NoLongerOpen, Person, SignInLink  # noqa: E402 - only now does Django know its settings
from goldenthread.people.signing_in import email_link  # noqa: E402


def prepare():
    return email_link(Person.objects.create_person("Ada", "ada@example.org"))


def guess(times):
    """How many of these guesses were listened to."""
    link = SignInLink.objects.get()
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    sys.stdin.readline()
    return sum(is_listened_to(link) for _ in range(times))


def is_listened_to(link):
    try:
        link.is_opened_by("not it")
    except NoLongerOpen:
        return False
    return True


def naively(link, code):
    """Read, look, write: how tries are counted where they are kept in a session."""
    seen = SignInLink.objects.get(pk=link.pk).tries
    sleep(0.01)
    if seen >= 3:
        raise NoLongerOpen
    SignInLink.objects.filter(pk=link.pk).update(tries=seen + 1)
    return False


if __name__ == "__main__":
    if sys.argv[-1] == "naively":
        SignInLink.is_opened_by = naively  # type: ignore[method-assign]
    sys.stdout.write(f"{prepare() if sys.argv[1] == 'prepare' else guess(int(sys.argv[2]))}\n")
