from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.hashers import make_password
from django.db import models
from django.db.models.functions import Lower
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from goldenthread.journal.note import note
from goldenthread.kit import clock
from goldenthread.mixing.sheet.names import as_spoken
from goldenthread.outbox.models import Email


class MayNotSignIn(Exception):
    """This person has no address, or their page was closed."""


class PersonManager(BaseUserManager["Person"]):
    """Makes persons, with or without an address to write to."""

    def create_person(self, name: str, email: str | None = None, **more: Any) -> Person:
        person = self.model(name=name, email=email.lower() if email else None, **more)
        person.set_unusable_password()
        person.save(using=self._db)
        return person

    def with_address(self, email: str, *, name: str, language: str | None) -> Person:
        """Whoever goes by this address: somebody we know, or else a newcomer of this name."""
        newcomer = {"name": name, "language": language or settings.LANGUAGE_CODE, "password": make_password(None)}
        return self.get_or_create(email=email.lower(), defaults=newcomer)[0]

    def found_under(self, token: str) -> models.QuerySet[Person]:
        """Whose page has this in its address, if they are here and let members find them."""
        return self.filter(finding__isnull=False, portrait__token=token, is_active=True)

    def with_what_they_tell(self) -> models.QuerySet[Person]:
        """All that goldenthread.people.audience needs, in two queries for however many. What is sealed stays sealed."""
        return self.select_related("portrait").prefetch_related("hats").defer("portrait__access_needs")


class Person(AbstractBaseUser):
    """Somebody: a member who signs in, or a name on a paper list who never has."""

    class Rhythm(models.TextChoices):
        AT_ONCE = "at_once", _("As things change")
        DAILY = "daily", _("At most once a day")
        WEEKLY = "weekly", _("At most once a week")
        NEVER = "never", _("Only e-mails I ask for, such as a code")

    name = models.CharField(_("Name"), max_length=80)
    chosen_name = models.CharField(_("What shall we call you?"), max_length=80, blank=True)
    pronouns = models.CharField(_("Pronouns"), max_length=40, blank=True)
    # Empty for somebody who was invited or came by a paper list. Kept in lower case, so that one address is one person.
    email = models.EmailField(_("E-mail"), unique=True, null=True, blank=True)
    language = models.CharField(
        _("Language"), max_length=10, choices=settings.LANGUAGES, default=settings.LANGUAGE_CODE
    )
    letters_rhythm = models.CharField(
        _("How often may we write?"), max_length=10, choices=Rhythm, default=Rhythm.AT_ONCE
    )
    # Empty while somebody exists here without having joined.
    joined_at = models.DateTimeField(null=True, blank=True)
    is_active = models.BooleanField(default=True)

    objects = PersonManager()

    USERNAME_FIELD = EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["name"]

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(email=Lower("email")), name="an_address_is_kept_in_lower_case")
        ]

    def __str__(self) -> str:
        return self.known_as

    @property
    def known_as(self) -> str:
        return self.chosen_name or as_spoken(self.name)

    @cached_property
    def is_keeper(self) -> bool:
        """Asked by several rules for one page, so the answer lasts as long as this copy of the person."""
        return self.keepings.filter(until=None).exists()

    @property
    def may_sign_in(self) -> bool:
        return self.is_active and bool(self.email)

    def join(self, as_name: str = "") -> None:
        """Their address has proved to be theirs, and they said that they join. The first time counts: for their name, too."""
        now = clock.now()
        if Person.objects.filter(pk=self.pk, joined_at=None).update(joined_at=now):
            self.joined_at = now
            self._call_me(as_name)
            # What we wrote to this address before we knew whose it is.
            Email.objects.filter(to=None, address=self.email).update(to=self)
            note(self, "joined", self)

    def _call_me(self, name: str) -> None:
        """Who once booked may be known by another name than the one that they join with."""
        if name and name != self.known_as:
            self.chosen_name = name
            self.save(update_fields=["chosen_name"])

    def read_in(self, language: str) -> None:
        """Everything is said to them in this language from now on, e-mails too."""
        self.language = language
        self.save(update_fields=["language"])
