"""What `goldenthread check` says about e-mails."""

from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage
from django.core.checks import Warning as Caution


def emails_have_a_way_out(**kwargs: Any) -> list[CheckMessage]:
    """Without one, nobody can sign in by e-mail: the e-mails wait."""
    if settings.EMAIL_URL:
        return []
    return [
        Caution(
            "No e-mail leaves this site: e-mails, and with them the codes for signing in, wait in the outbox.",
            hint="Set EMAIL_URL, such as smtp+tls://user:password@mail.example.org:587",
            id="outbox.W001",
        )
    ]
