"""To whom an e-mail to many goes. A room that writes to many has a model of its own for it, made of these two."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Protocol, TypeVar

from django.db import models, transaction

from goldenthread.outbox.models.circular import Circular, Receiver

M = TypeVar("M", bound="Mailing")


class Recipient(Protocol):
    """Somebody to write to: a person if we know one, the address or nothing, and the name that stands in the e-mail."""

    person: Any

    @property
    def address(self) -> str: ...
    @property
    def known_as(self) -> str: ...


class MailingQuerySet(models.QuerySet[M]):
    """Questions about e-mails to many."""

    def newest_first(self) -> MailingQuerySet[M]:
        return self.select_related("circular__by", "circular__dispatch", "circular__halt").order_by("-pk")


class Mailing(models.Model):
    """That a circular is for some people of a room, who are named by a choice. Who they are is asked when it goes.

    The room's own model brings two fields, `circular` and `whom`, the people (`recipients`) and the page of one row
    (`get_absolute_url`).
    """

    circular: models.OneToOneField[Circular, Circular]
    whom: models.CharField[str, str]

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self.circular}, to {self.whom_in_words}"

    def get_absolute_url(self) -> str:
        raise NotImplementedError

    @property
    def whom_in_words(self) -> str:
        return str(self.get_whom_display())  # type: ignore[attr-defined]  # Django makes it where `whom` is declared

    def recipients(self) -> Iterable[Recipient]:
        """As they stand now, with or without an address."""
        raise NotImplementedError

    def receivers(self) -> list[Receiver]:
        """Those of them who have an address."""
        return [Receiver(to.person, to.address, {"name": to.known_as}) for to in self.recipients() if to.address]

    def without_an_address(self) -> list[str]:
        """The names of those whom no e-mail reaches, so that somebody rings them up."""
        return [recipient.known_as for recipient in self.recipients() if not recipient.address]

    @transaction.atomic
    def rewrite(self, *, whom: str, **written: Any) -> None:
        """Other words, or to others. Raises `AlreadySent`."""
        self.circular.rewrite(**written)
        self.whom = whom
        self.save(update_fields=["whom"])  # type: ignore[misc]  # each room declares it
