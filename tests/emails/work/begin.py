"""Founds a house and writes e-mails in it: begin.py HOW_MANY POLICY."""

import sys

import django

django.setup()

from django.utils import timezone  # noqa: E402

from goldenthread.kit.models import House  # noqa: E402
from goldenthread.outbox.models import Email  # noqa: E402

how_many, policy = int(sys.argv[1]), sys.argv[2]
now = timezone.now()

House.objects.create(pk=1, name="Home", sentence="Ours.", founded_at=now)
Email.objects.bulk_create(
    Email(
        address=f"guest-{number}@example.org",
        kind="news",
        policy=policy,
        language="en-gb",
        subject="News",
        text="Hello.\n",
        html="<p>Hello.</p>",
        written_at=now,
        next_try_at=now,
    )
    for number in range(how_many)
)
