from __future__ import annotations

from collections.abc import Collection, Iterable

from django.core.signing import BadSignature, Signer
from django.db import models, transaction

from goldenthread.kit import clock, wishes
from goldenthread.kit.email_address import in_one_spelling

SIGNER = Signer(salt="goldenthread.outbox.refusal")
REFUSED, WELCOME = "fewer", "again"


def about(thing: models.Model) -> str:
    """How e-mails name what they are about, so that it can be refused: `plan.gathering:12`."""
    return f"{thing._meta.label_lower}:{thing.pk}"


def whose(address: str) -> str:
    """By which a mailbox is known again and not read, however its address is spelled."""
    return wishes.unreadable(in_one_spelling(address))


class RefusalQuerySet(models.QuerySet["Refusal"]):
    """Questions about what nobody wants to be sent."""

    def from_address(self, address: str, kind: str, about: str) -> RefusalQuerySet:
        """What whoever has this address refused of this kind about this: one row, or none."""
        return self.filter(whose=whose(address), kind=kind, about=about)

    def stands(self, address: str, kind: str, about: str) -> bool:
        """That whoever has this address wants no more e-mails of this kind about this."""
        return self.from_address(address, kind, about).exists()

    def among(self, addresses: Iterable[str], kind: str, about: str) -> set[str]:
        """Those of these addresses for which it stands. In one query, however many they are."""
        hashed = {whose(address): address for address in addresses}
        standing = self.filter(kind=kind, about=about).values_list("whose", flat=True)
        return {hashed[digest] for digest in standing if digest in hashed}


class Refusal(models.Model):
    """That an address wants no more e-mails of one kind about one thing. It names nobody, and outlives whoever asked."""

    whose = models.CharField(max_length=64)
    kind = models.CharField(max_length=40)
    about = models.CharField(max_length=100)
    at = models.DateTimeField(default=clock.now)

    objects = RefusalQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["whose", "kind", "about"], name="one_refuses_once")]

    def __str__(self) -> str:
        return f"no more {self.kind} about {self.about}"

    @classmethod
    def of(cls, address: str, kind: str, about: str) -> Refusal:
        """What whoever has this address may declare; it may stand already."""
        return cls(whose=whose(address), kind=kind, about=about)

    @staticmethod
    def ticket(address: str, kind: str, about: str) -> str:
        """What an e-mail carries, so that one press refuses all like it: signed by us, and it names no address."""
        return SIGNER.sign_object([whose(address), kind, about])

    @staticmethod
    def of_ticket(ticket: str) -> Refusal | None:
        """What this ticket would refuse; it may stand already. None if the ticket is not one of ours."""
        try:
            whose, kind, about = SIGNER.unsign_object(ticket)
        except (BadSignature, ValueError):
            return None
        return Refusal(whose=whose, kind=kind, about=about)

    @property
    def already_stands(self) -> bool:
        return Refusal.objects.filter(whose=self.whose, kind=self.kind, about=self.about).exists()

    @transaction.atomic
    def declare(self) -> None:
        """From now on. Twice is once."""
        self._stand(stands=True)
        wishes.write_down(REFUSED, self.whose, self.kind, self.about)

    @staticmethod
    @transaction.atomic
    def declare_each(addresses: Collection[str], kind: str, about: str) -> None:
        """The same for all who left a mailing list."""
        new = sorted(set(addresses) - Refusal.objects.among(addresses, kind, about))
        refusals = Refusal.objects.bulk_create(
            [Refusal.of(address, kind, about) for address in new], ignore_conflicts=True
        )
        wishes.write_all_down([REFUSED, refusal.whose, kind, about] for refusal in refusals)

    @transaction.atomic
    def withdraw(self) -> None:
        """They are welcome again."""
        self._stand(stands=False)
        wishes.write_down(WELCOME, self.whose, self.kind, self.about)

    @classmethod
    def withdraw_of(cls, address: str, kind: str, about: str) -> None:
        """They asked for them anew."""
        if cls.objects.stands(address, kind, about):
            cls.of(address, kind, about).withdraw()

    @classmethod
    def take_up(cls, wish: str, whose: str, kind: str, about: str) -> None:
        """A wish made after the backup that this house was brought back from. It is in the book already."""
        cls(whose=whose, kind=kind, about=about)._stand(stands=wish == REFUSED)

    def _stand(self, *, stands: bool) -> None:
        if not stands:
            Refusal.objects.filter(whose=self.whose, kind=self.kind, about=self.about).delete()
            return
        Refusal.objects.get_or_create(whose=self.whose, kind=self.kind, about=self.about)
