"""Fills a pretix with one shop that gives one free ticket to whoever asks. Runs inside pretix: see pretix.sh."""

import datetime as dt
import os

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "pretix.settings")
django.setup()

from django.db import transaction  # noqa: E402 - only a Django that is set up has models
from django.utils import timezone  # noqa: E402
from django_scopes import scopes_disabled  # noqa: E402
from pretix.base.models import Event, Item, Organizer, Quota  # noqa: E402

# Nothing is asked but the address, and no plugin is there that a shop does without.
SETTINGS = {
    "locales": ["en"], "locale": "en", "timezone": "Europe/London", "contact_mail": "bench@example.org",
    "attendee_names_asked": False, "attendee_emails_asked": False, "order_email_asked_twice": False,
    "max_items_per_order": 2, "frontpage_text": "Come and meet. " * 40,
}  # fmt: skip


def shop():
    organizer = Organizer.objects.create(slug="bench", name="Bench")
    event = Event.objects.create(
        organizer=organizer, slug="launch", name="Launch", currency="GBP", plugins="",
        date_from=timezone.now() + dt.timedelta(days=60), presale_end=timezone.now() + dt.timedelta(days=59),
    )  # fmt: skip
    for name, value in SETTINGS.items():
        setattr(event.settings, name, value)
    ticket = Item.objects.create(event=event, name="A place", default_price=0, admission=True)
    Quota.objects.create(event=event, name="Places", size=1_000_000).items.add(ticket)
    event.live = True
    event.save()


with scopes_disabled(), transaction.atomic():
    if not Organizer.objects.filter(slug="bench").exists():
        shop()
