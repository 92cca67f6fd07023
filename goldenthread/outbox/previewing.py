"""Looking at an e-mail to many before it goes: in one's own mailbox, and as three of its receivers will read it."""

from collections.abc import Iterable
from typing import Any

from django.db import transaction

from goldenthread.outbox import emails
from goldenthread.outbox.models import Circular, CircularPreview, Email
from goldenthread.outbox.models.circular import AlreadySent, Receiver
from goldenthread.outbox.without_keys import without_keys

HOW_MANY = 3


@transaction.atomic
def preview_to(circular: Circular, person: Any) -> Email:
    """A real e-mail to its writer. From then on it may be sent, until its words change."""
    preview_on_the_page(circular, person)
    return emails.preview(circular, person)


@transaction.atomic
def preview_on_the_page(circular: Circular, person: Any) -> None:
    """For a writer without an address, who reads the samples there."""
    Circular.objects.select_for_update().get(pk=circular.pk)
    if circular.is_sent:
        raise AlreadySent
    CircularPreview.objects.update_or_create(circular=circular, defaults={"by": person})


def samples(circular: Circular, receivers: Iterable[Receiver | tuple[Any, str, dict[str, Any]]]) -> list[Email]:
    """For the first, the last and one in the middle, or for all if they are fewer."""
    meant = [Receiver(*receiver) for receiver in receivers]
    chosen = sorted({0, len(meant) // 2, len(meant) - 1}) if meant else []
    return [as_a_sample(emails.sample(circular, meant[place])) for place in chosen[:HOW_MANY]]


def as_a_sample(email: Email) -> Email:
    """For whoever looks before it goes: nothing in it acts for its receiver, and no page can show what is not there."""
    email.text, email.html, email.fewer_at = without_keys(email.text), without_keys(email.html), ""
    return email
