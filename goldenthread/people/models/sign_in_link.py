from __future__ import annotations

import hashlib
from datetime import datetime, timedelta

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from goldenthread.kit.six_digits import MOST_TRIES, count_a_try, fits, seal_of
from goldenthread.people.models.person import MayNotSignIn, Person


class NoLongerOpen(Exception):
    """The link was used, or its time is over, or its code was tried too often."""


class SignInLinkQuerySet(models.QuerySet["SignInLink"]):
    """Questions about links."""

    def still_open(self) -> SignInLinkQuerySet:
        return self.filter(used_at=None, until__gt=timezone.now())

    def with_token(self, token: str) -> SignInLinkQuerySet:
        return self.filter(token_hash=hash_of(token))

    def to_forget(self, now: datetime) -> SignInLinkQuerySet:
        """A day after their time, so that somebody who comes late is still told kindly what happened."""
        return self.filter(until__lt=now - timedelta(days=1))


class SignInLink(models.Model):
    """That an e-mail carried a link to sign in, and a code that does the same in the browser that asked for it."""

    # Empty for an address that nobody here goes by.
    person = models.ForeignKey(Person, models.CASCADE, null=True, related_name="sign_in_links")
    address = models.EmailField()
    # What somebody who asked to join wants to be called; empty for who only signs in. A newcomer becomes a person when the
    # address has proved to be theirs, not before.
    name = models.CharField(max_length=80, blank=True)
    # Where to go afterwards, on this house's own ground.
    then = models.CharField(max_length=500, blank=True)
    token_hash = models.CharField(max_length=64, unique=True)
    code_hash = models.CharField(max_length=64)
    # Both on the real clock: a sample house's clock moves, and security may not move with it.
    until = models.DateTimeField()
    used_at = models.DateTimeField(null=True)
    tries = models.PositiveSmallIntegerField(default=0)

    objects = SignInLinkQuerySet.as_manager()

    class Meta:
        verbose_name = _("sign-in link")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(tries__lte=MOST_TRIES), name="a_code_is_tried_three_times_at_most"
            )
        ]

    def __str__(self) -> str:
        return f"a link until {self.until}"

    @property
    def leads_in(self) -> bool:
        """Whether there is somebody whom it could sign in: a person, or a newcomer with a name."""
        return self.person_id is not None or bool(self.name)

    @property
    def joins(self) -> bool:
        """Whether it was asked for on the page to join. Signing in makes nobody a member."""
        return bool(self.name) and not (self.person and self.person.joined_at)

    @property
    def greeted(self) -> str:
        return self.name if self.joins or not self.person else self.person.known_as

    def seal(self, token: str, code: str) -> None:
        """Keep only what is needed to recognise the two."""
        self.token_hash = hash_of(token)
        self.code_hash = seal_of(code, self._salt)

    def is_opened_by(self, code: str) -> bool:
        """Whether this is the code. Every question counts; after three, another e-mail is needed."""
        if not count_a_try(SignInLink.objects.still_open().filter(pk=self.pk)):
            raise NoLongerOpen
        self.refresh_from_db(fields=["tries"])
        return fits(code, self._salt, self.code_hash) and self.leads_in

    @transaction.atomic
    def use(self) -> Person:
        """The person whom it signs in, once. Only who said on the page to join what to be called joins by this."""
        if not (self.leads_in and SignInLink.objects.still_open().filter(pk=self.pk).update(used_at=timezone.now())):
            raise NoLongerOpen
        person = self.person or Person.objects.with_address(self.address, name=self.name, language=get_language())
        if not person.may_sign_in:
            raise MayNotSignIn
        if self.joins:
            person.join(as_name=self.name)
        return person

    @property
    def _salt(self) -> str:
        return f"goldenthread.people.code.{self.token_hash}"


def hash_of(token: str) -> str:
    # 256 random bits need no slow hash.
    return hashlib.sha256(token.encode()).hexdigest()
