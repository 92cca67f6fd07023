"""An e-mail to many: written by one person, sent to each receiver alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

from django.conf import settings
from django.db import models, transaction
from django.utils import timezone

from goldenthread.kit import clock
from goldenthread.kit.email_address import in_one_spelling, is_address
from goldenthread.outbox.models.circular_facts import CircularPreview, Dispatch, Halt
from goldenthread.outbox.models.circular_receiver import CircularReceiver
from goldenthread.outbox.models.email import Email, EmailQuerySet


class NotPreviewed(Exception):
    """The writer has not had these words in their own mailbox yet."""


class AlreadySent(Exception):
    """It is on its way already: it cannot be changed, nor sent a second time."""


class NotSent(Exception):
    """It is not on its way, so nothing can be stopped."""


class NobodyToWriteTo(Exception):
    """There is no receiver with an address."""


class Receiver(NamedTuple):
    """Somebody to write to: a person if we know one, the address, and what may stand in the e-mail (`name`)."""

    person: Any
    address: str
    context: dict[str, Any]

    @property
    def name(self) -> str:
        return str(self.context.get("name") or (self.person.known_as if self.person else ""))


@dataclass(frozen=True)
class Progress:
    """How far a circular has come, in letters."""

    meant: int
    gone: int
    waiting: int
    held: int
    refused: int
    let_be: int


class CircularQuerySet(models.QuerySet["Circular"]):
    """Questions about e-mails to many."""

    def about(self, thing: str) -> CircularQuerySet:
        """All that were written about this, newest first."""
        return self.filter(about=thing).select_related("by", "dispatch", "halt").order_by("-pk")

    def to_be_forgotten(self, now: datetime) -> CircularQuerySet:
        return self.filter(begun_at__lt=now - Email.KEPT_FOR)


class Circular(models.Model):
    """An e-mail to many, as one person wrote it: each gets it alone, with their own name in it."""

    KIND = "circular"

    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    subject = models.CharField(max_length=150)
    # In Markdown. {name} stands for the receiver's name.
    words = models.TextField(max_length=20_000)
    # Why its receivers get it, such as: You booked a place at the launch.
    why = models.CharField(max_length=200, blank=True)
    # Whether answers go to whoever wrote it: then everybody who gets it can read their address.
    shows_address = models.BooleanField(default=False)
    about = models.CharField(max_length=100)
    begun_at = models.DateTimeField(default=clock.now)

    objects = CircularQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["about", "-id"], name="circulars_about_something")]

    def __str__(self) -> str:
        return self.subject

    @classmethod
    def begin(cls, *, by: Any, about: str, why: str = "", **written: Any) -> Circular:
        """What is `written`: subject, words, and whether it shows the address of its writer."""
        return cls.objects.create(by=by, about=about, why=why, **written)

    @property
    def answers_to(self) -> Any:
        """Its writer, if they want answers and can be reached; or nobody."""
        return self.by if self.shows_address and self.by and self.by.email else None

    @property
    def is_previewed(self) -> bool:
        return CircularPreview.objects.filter(circular=self).exists()

    @property
    def is_sent(self) -> bool:
        """That it has begun to go."""
        return Dispatch.objects.filter(circular=self).exists()

    @property
    def is_stopped(self) -> bool:
        return Halt.objects.filter(circular=self).exists()

    @transaction.atomic
    def rewrite(self, *, subject: str, words: str, shows_address: bool | None = None) -> None:
        """Change it while it has not begun to go. It has to be previewed anew. Whether it can be answered, only its writer says."""
        shows_address = self.shows_address if shows_address is None else shows_address
        self._lock()
        if self.is_sent:
            raise AlreadySent
        if (subject, words, shows_address) != (self.subject, self.words, self.shows_address):
            self.subject, self.words, self.shows_address = subject, words, shows_address
            self.save(update_fields=["subject", "words", "shows_address"])
            CircularPreview.objects.filter(circular=self).delete()

    @transaction.atomic
    def send(self, receivers: Iterable[Receiver | tuple[Any, str, dict[str, Any]]], *, by: Any) -> Dispatch:
        """Begin to send it to each of these, alone and once. A second press finds that it is AlreadySent."""
        self._lock()
        if self.is_sent:
            raise AlreadySent
        if not self.is_previewed:
            raise NotPreviewed
        # One mailbox once, however often it is on the list.
        meant = {in_one_spelling(address): Receiver(person, address, more) for person, address, more in receivers}
        meant = {address: receiver for address, receiver in meant.items() if is_address(address)}
        if not meant:
            raise NobodyToWriteTo
        CircularReceiver.objects.bulk_create(
            [
                CircularReceiver(circular=self, to=receiver.person, address=address, name=receiver.name[:80])
                for address, receiver in meant.items()
            ],
            batch_size=500,
        )
        return Dispatch.begin(self, by=by)

    @transaction.atomic
    def stop(self, *, by: Any) -> None:
        """What has not gone does not go. Twice is once."""
        self._lock()
        if not self.is_sent:
            raise NotSent
        Halt.objects.get_or_create(circular=self, defaults={"by": by})
        # Back to how it was before they were written: one that is on its way this second cannot be called back.
        back = list(self.emails().filter(state=Email.State.OWED).values_list("pk", flat=True))
        self.receivers.filter(letter__in=back).update(letter=None, written_at=None)
        # Unless a worker claimed it meanwhile: then it is going, and stays.
        Email.objects.filter(pk__in=back, state=Email.State.OWED).delete()

    @transaction.atomic
    def go_on(self) -> None:
        """Take the stop back."""
        self._lock()
        Halt.objects.filter(circular=self).delete()

    def emails(self) -> EmailQuerySet:
        """Those that were written of it so far."""
        return Email.objects.filter(pk__in=self.receivers.exclude(letter=None).values("letter"))

    def send_held_again(self) -> int:
        """Those of which nobody knows whether they went: they may come twice, and the convenor says so."""
        return self.emails().send_again(timezone.now())

    def let_held_be(self) -> int:
        return self.emails().let_be()

    def progress(self) -> Progress:
        rows = self.receivers.values_list("refused_at", "letter__state")
        states = Counter("refused" if refused_at else state or "to write" for refused_at, state in rows)
        return Progress(
            meant=states.total(),
            gone=states["sent"] + states["kept"],
            waiting=states["to write"] + states["owed"] + states["claimed"],
            held=states["held"],
            refused=states["refused"] + states["unwanted"],
            let_be=states["let_be"],
        )

    def _lock(self) -> None:
        """Two presses, or a press and the worker, one after the other."""
        Circular.objects.select_for_update().get(pk=self.pk)
