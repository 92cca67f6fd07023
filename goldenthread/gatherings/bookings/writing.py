"""Writing to those who come, wait, or told us what they need: one e-mail each, seen before it goes."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from goldenthread.gatherings.bookings.models import Addressing
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.outbox.models import Circular
from goldenthread.outbox.models.refusal import about
from goldenthread.people.models import Person


@transaction.atomic
def begin_writing(gathering: Gathering, *, by: Person, whom: str, **written: Any) -> Addressing:
    """A first draft. Nothing goes."""
    why = _("You booked a place at “%(title)s”.") % {"title": gathering.title[:150]}
    circular = Circular.begin(by=by, about=about(gathering), why=why[:200], **written)
    return Addressing.objects.create(circular=circular, gathering=gathering, whom=whom)
