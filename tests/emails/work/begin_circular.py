"""Founds a house and sends a circular in it: begin_circular.py HOW_MANY."""

import sys

import django

django.setup()

from django.contrib.auth import get_user_model  # noqa: E402
from django.utils import timezone  # noqa: E402

from goldenthread.kit.models import House  # noqa: E402
from goldenthread.outbox.models import Circular, Email  # noqa: E402
from goldenthread.outbox.previewing import preview_to  # noqa: E402

House.objects.create(pk=1, name="Home", sentence="Ours.", founded_at=timezone.now())
ada = get_user_model().objects.create_person("Ada", "ada@example.org")
circular = Circular.begin(by=ada, subject="Tea", words="Dear {name}, tea.", about="plan.gathering:1")
preview_to(circular, ada)
Email.objects.all().delete()
circular.send([(None, f"guest-{n}@example.org", {"name": f"Guest {n}"}) for n in range(int(sys.argv[1]))], by=ada)
