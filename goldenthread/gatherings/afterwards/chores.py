"""What happens by itself after the day."""

from datetime import datetime

from django.db import transaction

from goldenthread.gatherings.afterwards import emails
from goldenthread.gatherings.afterwards.issuing import holds
from goldenthread.gatherings.afterwards.models import Certificate

EMAILS_IN_A_ROUND = 200


def tell_of_certificates(now: datetime) -> None:
    """An e-mail to each, once."""
    waiting = Certificate.objects.to_tell().select_related("booking__person", "gathering").order_by("pk")
    for certificate in waiting[:EMAILS_IN_A_ROUND]:
        with transaction.atomic():
            mine = Certificate.objects.to_tell().filter(pk=certificate.pk).update(told_at=now)
            if mine and holds(certificate):  # Another worker may have been quicker.
                emails.certificate(certificate)


def forget_certificates(now: datetime) -> None:
    Certificate.objects.to_forget(now).delete()
