"""Tells what became of every letter, as JSON."""

import json
import sys

import django

django.setup()

from goldenthread.outbox.models import Letter  # noqa: E402

json.dump(list(Letter.objects.values("message_id", "state", "address", "held_because")), sys.stdout)
