"""Tells what became of every e-mail, as JSON."""

import json
import sys

import django

django.setup()

from goldenthread.outbox.models import Email  # noqa: E402

json.dump(list(Email.objects.values("message_id", "state", "address", "held_because")), sys.stdout)
