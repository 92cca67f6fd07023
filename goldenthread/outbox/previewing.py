"""Looking at a letter to many before it goes: in one's own mailbox, and as three of its receivers will read it."""

from collections.abc import Iterable
from typing import Any

from django.db import transaction

from goldenthread.outbox import letters
from goldenthread.outbox.models import Circular, CircularPreview, Letter
from goldenthread.outbox.models.circular import AlreadySent, Receiver

HOW_MANY = 3


@transaction.atomic
def preview_to(circular: Circular, person: Any) -> Letter:
    """A real letter to its writer. From then on it may be sent, until its words change."""
    Circular.objects.select_for_update().get(pk=circular.pk)
    if circular.is_sent:
        raise AlreadySent
    CircularPreview.objects.update_or_create(circular=circular, defaults={"by": person})
    return letters.preview(circular, person)


def samples(circular: Circular, receivers: Iterable[Receiver | tuple[Any, str, dict[str, Any]]]) -> list[Letter]:
    """For the first, the last and one in the middle, or for all if they are fewer."""
    meant = [Receiver(*receiver) for receiver in receivers]
    chosen = sorted({0, len(meant) // 2, len(meant) - 1}) if meant else []
    return [letters.sample(circular, meant[place]) for place in chosen[:HOW_MANY]]
