"""How many questions pretalx asks its database for each page. Runs inside pretalx."""

import os
import sys

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "pretalx.settings")
django.setup()

from django.db import connection  # noqa: E402 - only a Django that is set up has a database
from django.test import Client  # noqa: E402
from django.test.utils import CaptureQueriesContext  # noqa: E402

client = Client(HTTP_ACCEPT="text/html", HTTP_HOST=sys.argv[1])
for page in sys.argv[2:]:
    client.get(page)
    with CaptureQueriesContext(connection) as questions:
        client.get(page)
    print(page, len(questions))
