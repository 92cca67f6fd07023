"""A worker that mixes what waits: mix.py. It says a word when it has begun, and when it is done."""

import sys

import django

django.setup()

from django.utils import timezone  # noqa: E402

from goldenthread.gatherings.tables import chores  # noqa: E402

sys.stdout.write("begun\n")
sys.stdout.flush()
chores.mix_tables(timezone.now())
