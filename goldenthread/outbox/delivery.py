"""Whether e-mails go out at the moment: the one answer for pages, `goldenthread check`, health and the keeper.

It never depends on an address, or on whether anybody lives behind one: it is about the mail server.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.http import HttpRequest
from django.utils import translation
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext as _

from goldenthread.outbox.models import Email, Outage

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as StrPromise


@dataclass(frozen=True)
class Delivery:
    """E-mails go; or they have waited since a moment, because of something. Of what the mail server said, only a keeper reads."""

    outage: Outage | None

    @property
    def goes(self) -> bool:
        return self.outage is None

    @property
    def waits_since(self) -> datetime | None:
        return self.outage.since if self.outage else None

    @property
    def because(self) -> str:
        return str(self.outage.get_cause_display()) if self.outage else ""

    @property
    def answer(self) -> str:
        return self.outage.answer if self.outage else ""

    @property
    def waiting(self) -> int:
        """How many wait. For a keeper: to strangers a number would say whether a press wrote one more."""
        return Email.objects.filter(state=Email.State.OWED).count()

    def for_machines(self) -> str:
        """One line in English, without numbers and names of servers; empty while e-mails go."""
        if self.outage is None:
            return ""
        with translation.override(settings.LANGUAGE_CODE):
            return f"E-mails have waited since {self.outage.since:%Y-%m-%d %H:%M} UTC: {self.because}."


def delivery() -> Delivery:
    """As the worker saw it last."""
    return Delivery(Outage.objects.first())


def emailed(done: str | StrPromise) -> str:
    """What a page says after a press that wrote an e-mail: that it was sent, or that it waits."""
    if delivery().goes:
        return str(done)
    return _(
        "Saved. E-mail isn’t going out from this site at the moment. What is written waits here, and goes as soon as it can."
    )


def context(request: HttpRequest) -> dict[str, Any]:
    """For pages that say where to look for an e-mail. Asked only where a page asks."""
    return {"email_delivery": SimpleLazyObject(delivery)}
