from typing import Any

from django.conf import settings
from django.db.models import Value
from django.db.models.functions import Replace
from django.utils import translation
from django.utils.html import escape

from goldenthread.kit.email_address import in_one_spelling
from goldenthread.outbox.models import Circular, CircularReceiver, Email
from goldenthread.outbox.words import signature


def forget_address(address: str) -> None:
    """Every e-mail to it, and that any was meant for it. As it was typed, in capitals or not. A refusal stays: it holds no address."""
    Email.objects.filter(address__iexact=address).delete()
    CircularReceiver.objects.filter(address=in_one_spelling(address)).delete()


def forget_writer(person: Any) -> None:
    """Their e-mails to many stay with those who got them, and go out to those who still wait: without their name."""
    mine = CircularReceiver.objects.filter(circular__by=person).exclude(letter=None).values("letter")
    for language, _name in settings.LANGUAGES:
        with translation.override(language):
            signatures = [signature(name) for name in {person.name, person.chosen_name} - {""}]
        emails = Email.objects.filter(pk__in=mine, kind=Circular.KIND, language=language)
        for line in signatures:
            emails.update(
                text=Replace("text", Value(line), Value("")), html=Replace("html", Value(escape(line)), Value(""))
            )
