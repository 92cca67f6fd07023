"""As if more than fifteen seconds had passed, and with less time to mix: hurry.py."""

import django

django.setup()

from datetime import timedelta  # noqa: E402

from django.utils import timezone  # noqa: E402

from goldenthread.gatherings.tables.models import Mix  # noqa: E402

Mix.objects.unfinished().update(beat_at=timezone.now() - timedelta(seconds=16), seconds=0.3)
