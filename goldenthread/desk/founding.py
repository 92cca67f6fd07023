"""Starting a house of one's own."""

from dataclasses import dataclass
from hmac import compare_digest

from django.conf import settings
from django.db import IntegrityError, transaction
from django.urls import reverse

from goldenthread.journal.note import note
from goldenthread.kit import clock, house
from goldenthread.kit.models import House
from goldenthread.kit.secret import kept_secret
from goldenthread.people.models import Keeping, Person


class FoundedAlready(Exception):
    """Somebody was quicker, or pressed twice."""


@dataclass(frozen=True)
class Beginning:
    """What a new house needs to know."""

    name: str
    sentence: str
    keeper: str
    email: str


@transaction.atomic
def found_the_house(beginning: Beginning) -> Person:
    """Make the house and its first keeper, who needs no e-mail: they stand at the machine."""
    now = clock.now()
    try:
        with transaction.atomic():
            new_house = House.objects.create(pk=1, name=beginning.name, sentence=beginning.sentence, founded_at=now)
    except IntegrityError as quicker:
        raise FoundedAlready from quicker
    keeper = Person.objects.create_person(beginning.keeper, beginning.email, joined_at=now)
    Keeping.objects.create(person=keeper)
    note(keeper, "founded the house", new_house)
    house.forget()
    return keeper


def needs_a_key() -> bool:
    """A house with a public address could be founded by the first passer-by; one on this machine only, by whoever sits here."""
    return bool(settings.SITE_ADDRESS)


def fits(key: str) -> bool:
    return not needs_a_key() or compare_digest(key.encode(), _key().encode())


def founding_path() -> str:
    """Where a house without a founder is founded; told in the terminal only."""
    return reverse("desk:founding", args=[_key()]) if needs_a_key() else reverse("desk:front")


def _key() -> str:
    return kept_secret(settings.DATA_DIR / "founding.key")
