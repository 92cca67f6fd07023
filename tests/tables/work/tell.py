"""How everything stands: tell.py."""

import json
import sys

import django

django.setup()

from goldenthread.gatherings.tables.models import Mix, Seat  # noqa: E402

[mix] = Mix.objects.all()
json.dump(
    {
        "tries": mix.tries,
        "is_mixing": mix.percent > 0 and not mix.is_done,
        "is_done": mix.is_done,
        "seats": Seat.objects.count(),
    },
    sys.stdout,
)
