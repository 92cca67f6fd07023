from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urlsplit
from uuid import uuid4

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from goldenthread.kit.address import house_address
from goldenthread.outbox.held_emails import RESTORED
from goldenthread.outbox.models.refusal import Refusal
from goldenthread.outbox.text_blocks import TextBlock, blocks
from goldenthread.outbox.words import one_line

# A worker that has not said how it went after this long has stopped in the middle.
A_CLAIM_LASTS = timedelta(minutes=10)
MOST_TRIES, FIRST_WAIT, LONGEST_WAIT = 12, timedelta(minutes=1), timedelta(hours=6)
NOBODY_KNOWS = _("We don’t know whether it arrived.")


def new_message_id() -> str:
    """Random, not counted: a house restored from a backup counts the same numbers again, for other e-mails."""
    return f"<{uuid4().hex}@{urlsplit(house_address()).hostname or 'localhost'}>"


class EmailQuerySet(models.QuerySet["Email"]):
    """Questions about e-mails."""

    def of(self, person: Any) -> EmailQuerySet:
        """Every e-mail to this person, newest first."""
        return self.filter(to=person).newest_first()

    def newest_first(self) -> EmailQuerySet:
        # By the order of writing: a sample house's clock may have been set back since.
        return self.order_by("-pk")

    def with_receivers(self) -> EmailQuerySet:
        return self.select_related("to", "answers_to")

    def to_go(self, now: datetime) -> EmailQuerySet:
        return self.filter(state=Email.State.OWED, next_try_at__lte=now).order_by("next_try_at", "pk")

    def held(self) -> EmailQuerySet:
        """Those of which somebody has to say whether they go. A code is not worth asking: it is too late for it."""
        return self.filter(state=Email.State.HELD).exclude(kind=Email.SIGN_IN)

    def send_again(self, now: datetime) -> int:
        """Let the held ones go, as if for the first time. Returns how many."""
        return self.held().update(state=Email.State.OWED, next_try_at=now, tries=0, held_because="")

    def let_be(self) -> int:
        """The held ones stay unsent, and nobody is asked about them again. Returns how many."""
        return self.held().update(state=Email.State.LET_BE)

    def due_to_be_forgotten(self, now: datetime) -> EmailQuerySet:
        """Written long enough ago, by the house's clock; a hello can be answered for two months. One that is on its way this minute is not pulled back."""
        old = [Q(kind=kind, written_at__lt=now - kept_for) for kind, kept_for in Email.KEPT_SHORTER.items()]
        old.append(Q(written_at__lt=now - Email.KEPT_FOR))
        return self.exclude(state=Email.State.CLAIMED).filter(Q(*old, _connector=Q.OR))

    def claim(self, email: Email, now: datetime) -> Email | None:
        """The e-mail, if it is ours to send now; nobody else will. Its words are as they were read: they never change."""
        claimed = {"state": Email.State.CLAIMED, "claimed_at": now, "tries": F("tries") + 1}
        if not self.filter(pk=email.pk).to_go(now).order_by().update(**claimed):
            return None
        email.state, email.claimed_at, email.tries = Email.State.CLAIMED, now, email.tries + 1
        return email

    def take_up_what_was_left(self, now: datetime) -> None:
        """Decide about e-mails whose worker stopped in the middle, and about codes that nobody can use any more."""
        left = self.filter(state=Email.State.CLAIMED, claimed_at__lte=now - A_CLAIM_LASTS)
        to_hold = Q(policy=Email.Policy.AT_MOST_ONCE) | Q(tries__gte=MOST_TRIES)
        left.filter(to_hold).update(state=Email.State.HELD, held_because=str(NOBODY_KNOWS))
        left.exclude(to_hold).update(state=Email.State.OWED, next_try_at=now)
        useless_since = now - timedelta(seconds=settings.ACCOUNT_LOGIN_BY_CODE_TIMEOUT)
        self.filter(state=Email.State.OWED, kind=Email.SIGN_IN, written_at__lte=useless_since).update(
            state=Email.State.HELD, held_because=_("The code would have come too late to be of use.")
        )


class Email(models.Model):
    """One e-mail to one receiver: written in the transaction of the fact that it tells, sent afterwards."""

    class State(models.TextChoices):
        OWED = "owed", _("waiting to go")
        CLAIMED = "claimed", _("on its way")
        SENT = "sent", _("sent")
        HELD = "held", _("held back")
        UNWANTED = "unwanted", _("not sent, because no more were wanted")
        LET_BE = "let_be", _("not sent, as a keeper decided")
        # In the sample house: nothing leaves it, everybody may read it.
        KEPT = "kept", _("kept on this sample site")

    class Policy(models.TextChoices):
        """What to do when nobody can know whether it went."""

        AT_MOST_ONCE = "at_most_once", _("never twice: hold it")
        AT_LEAST_ONCE = "at_least_once", _("never lost: send it again, under the same Message-ID")

    # The kind of e-mail that carries a code: worthless, and slightly dangerous, once its ten minutes are over.
    SIGN_IN, HELLO = "sign_in", "hello"
    KEPT_FOR, KEPT_SHORTER = timedelta(days=365), {SIGN_IN: timedelta(days=1), HELLO: timedelta(days=60)}

    to = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, null=True, blank=True, related_name="emails")
    address = models.EmailField()
    # Whom it names beside its receiver, if anybody: it goes when they leave.
    speaks_of = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, null=True, blank=True, related_name="+", db_index=False
    )
    # Whoever wrote it and wants answers: their address is looked up when it goes, and stands in no row.
    answers_to = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+", db_index=False
    )
    kind = models.CharField(max_length=40)
    policy = models.CharField(max_length=20, choices=Policy)
    language = models.CharField(max_length=10)
    subject = models.CharField(max_length=200)
    text = models.TextField()
    html = models.TextField()
    # A calendar file that goes with it (RFC 5545), or nothing.
    calendar = models.TextField(blank=True)
    # Where its receiver can ask for fewer e-mails of this kind. Empty for those they asked for, such as a code.
    fewer_at = models.CharField(max_length=300, blank=True)
    # What those are about that can be refused with one press, such as plan.gathering:12.
    about = models.CharField(max_length=100, blank=True)
    # The same at every try, so that a mailbox can tell a second copy from a second e-mail.
    message_id = models.CharField(max_length=300, default=new_message_id, unique=True)
    state = models.CharField(max_length=10, choices=State, default=State.OWED)
    # On the house's clock: shown to people.
    written_at = models.DateTimeField()
    # On the real clock: when to try, when it went.
    next_try_at = models.DateTimeField()
    claimed_at = models.DateTimeField(null=True, blank=True)
    sent_at = models.DateTimeField(null=True, blank=True)
    tries = models.PositiveSmallIntegerField(default=0)
    # What a mail server said last, or why nothing more is tried.
    held_because = models.CharField(max_length=300, blank=True)

    objects = EmailQuerySet.as_manager()

    class Meta:
        # The table of all backups, in which e-mails are held before one is brought back (desk.safekeeping).
        db_table = "outbox_letter"
        # As people read it on their page and in the file that they take.
        verbose_name = "letter"
        indexes = [
            models.Index(fields=["next_try_at"], condition=Q(state="owed"), name="letters_to_go"),
            models.Index(fields=["claimed_at"], condition=Q(state="claimed"), name="letters_left_behind"),
            models.Index(fields=["to", "-id"], name="letters_to_somebody"),
            models.Index(
                fields=["speaks_of"], condition=Q(speaks_of__isnull=False), name="letters_that_speak_of_somebody"
            ),
            models.Index(
                fields=["answers_to"], condition=Q(answers_to__isnull=False), name="letters_answered_to_somebody"
            ),
        ]

    def __str__(self) -> str:
        return self.subject

    @property
    def receiver(self) -> str:
        return f"{self.address}, {self.to.known_as}" if self.to else self.address

    @property
    def answers_go_to(self) -> str:
        """The address that an answer reaches; empty where none is wanted, or who wrote it has left."""
        return (self.answers_to.email or "") if self.answers_to else ""

    @property
    def is_from_a_backup(self) -> bool:
        """Whether it is held because a restored house cannot know if it went."""
        return self.held_because == RESTORED

    @property
    def blocks(self) -> list[TextBlock]:
        """Its plain text, for showing it on a page."""
        return blocks(self.text)

    def mark_sent(self, now: datetime) -> None:
        self._settle(state=Email.State.SENT, sent_at=now, held_because="")

    @property
    def is_wanted(self) -> bool:
        """Asked when it is written, and again when it goes: they may have said otherwise meanwhile."""
        return not self.about or not Refusal.objects.stands(self.address, self.kind, self.about)

    def leave_unsent(self) -> None:
        """Somebody refused it between its writing and its going."""
        self._settle(state=Email.State.UNWANTED, held_because="")

    def hold(self, because: str) -> None:
        """Nothing more is tried by itself. A keeper can read why, and send it again."""
        self._settle(state=Email.State.HELD, held_because=one_line(because, 300))

    def try_again(self, now: datetime, because: str) -> None:
        """After a while, and after a longer one each time."""
        if self.tries >= MOST_TRIES:
            self.hold(
                _("Tried %(times)s times. The last time: %(because)s") % {"times": self.tries, "because": because}
            )
        else:
            wait = min(FIRST_WAIT * 2 ** (self.tries - 1), LONGEST_WAIT)
            self._settle(state=Email.State.OWED, next_try_at=now + wait, held_because=one_line(because, 300))

    def _settle(self, **how: Any) -> None:
        """Only while the claim is ours: from a worker that was very slow, another has taken over."""
        Email.objects.filter(pk=self.pk, state=Email.State.CLAIMED, claimed_at=self.claimed_at).update(**how)
