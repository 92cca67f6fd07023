"""E-mails after the day: thanks to those who came, and only to them; and to those who were missed."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from goldenthread.gatherings.afterwards.models import Afterword
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.outbox.models import Circular
from goldenthread.outbox.models.refusal import about
from goldenthread.people.models import Person


@transaction.atomic
def begin_afterword(gathering: Gathering, *, by: Person, whom: str, **written: Any) -> Afterword:
    """A first draft. Nothing goes before its writer had it in their own mailbox."""
    why = _("You had a place at “%(title)s”.") % {"title": gathering.title[:150]}
    circular = Circular.begin(by=by, about=about(gathering), why=why[:200], **written)
    return Afterword.objects.create(circular=circular, gathering=gathering, whom=whom)


def suggested(whom: str, gathering: Gathering) -> tuple[str, str]:
    """Words to begin with."""
    title = {"title": gathering.title}
    if whom == Afterword.Whom.MISSED:
        return _("We missed you"), _(
            "Dear {name},\n\nWe missed you at “%(title)s”, and hope that all is well. You don’t need to answer. It would be "
            "good to see you next time."
        ) % title
    return _("Thank you for coming"), _(
        "Dear {name},\n\nThank you for coming to “%(title)s”. It was good to have you in the room."
    ) % title
