from __future__ import annotations

import secrets
from datetime import datetime, timedelta

from django.db import models
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _

from goldenthread.people.models.person import Person

# No letter that looks like another: people copy this by hand.
LETTERS = "ABCDEFGHJKMNPQRSTVWXYZ23456789"
# 30 letters, twelve times: no guessing reaches it, and still three words to type.
LENGTH = 12
LASTING = timedelta(days=60)


def new_seed() -> str:
    return secrets.token_urlsafe(24)


class PaperCodeQuerySet(models.QuerySet["PaperCode"]):
    """Questions about codes on paper."""

    def still_open(self) -> PaperCodeQuerySet:
        return self.filter(until__gt=timezone.now())

    def of(self, person: Person) -> PaperCodeQuerySet:
        return self.filter(person=person)

    def that_is(self, typed: str) -> PaperCodeQuerySet:
        return self.filter(code_hash=hash_of(plain_code(typed)))

    def to_forget(self, now: datetime) -> PaperCodeQuerySet:
        return self.filter(until__lt=now)


class PaperCode(models.Model):
    """That a code was printed for somebody without an address, by which they can take their page into their own hands."""

    person = models.OneToOneField(Person, models.CASCADE, related_name="paper_code")
    by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    # The code itself is made of this and of the secret of the house, so that it can be printed again and is kept nowhere.
    seed = models.CharField(max_length=40, default=new_seed)
    code_hash = models.CharField(max_length=64, unique=True)
    until = models.DateTimeField()

    objects = PaperCodeQuerySet.as_manager()

    class Meta:
        verbose_name = _("paper code")

    def __str__(self) -> str:
        return f"a code on paper until {self.until}"

    @classmethod
    def open_for(cls, person: Person, *, by: Person) -> PaperCode:
        """The code of this person: a new one, if they have none that is still open."""
        existing = cls.objects.still_open().of(person).first()
        if existing:
            return existing
        cls.objects.of(person).delete()
        fresh = cls(person=person, by=by, until=timezone.now() + LASTING)
        fresh.code_hash = hash_of(plain_code(fresh.code))
        fresh.save()
        return fresh

    @property
    def code(self) -> str:
        """As it is printed: three words of four letters."""
        number = int(salted_hmac("goldenthread.people.paper", self.seed, algorithm="sha256").hexdigest(), 16)
        letters = "".join(LETTERS[number // len(LETTERS) ** place % len(LETTERS)] for place in range(LENGTH))
        return "-".join(letters[start : start + 4] for start in range(0, LENGTH, 4))


def plain_code(typed: str) -> str:
    return "".join(letter for letter in typed.upper() if letter in LETTERS)


def hash_of(code: str) -> str:
    return salted_hmac("goldenthread.people.paper.kept", code, algorithm="sha256").hexdigest()
