"""What somebody does to the house while it is measured, through the database like every other process."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import django
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext


class House:
    """The same database as the running house. Made after the house has opened."""

    def __init__(self, place: Path) -> None:
        os.environ.update(DATA_DIR=str(place / "data"), DJANGO_SETTINGS_MODULE="goldenthread.settings")
        django.setup()
        # Only now do they find a Django that is set up.
        from goldenthread.gatherings.plan.models import Gathering
        from goldenthread.kit import database_version
        from goldenthread.people.models import Person

        self.gatherings = Gathering.objects.filter(slug="launch")
        self.people = Person.objects
        self.stamp = database_version
        self.number = 0

    def change(self) -> str:
        """Change the gathering so that its page must change, and say what the page must show."""
        self.number += 1
        title = f"Launch, change {self.number}"
        self.gatherings.update(title=title)
        return title

    @contextmanager
    def as_it_was(self) -> Iterator[None]:
        title = self.gatherings.values_list("title", flat=True).get()
        try:
            yield
        finally:
            self.gatherings.update(title=title)

    def session(self) -> str:
        """The cookie of somebody who follows the gathering."""
        client = Client(HTTP_HOST="127.0.0.1")
        client.force_login(self.people.filter(email__isnull=False).order_by("pk").last())
        return "; ".join(f"{name}={cookie.value}" for name, cookie in client.cookies.items())

    def count_questions(self, page: str, cookie: str = "") -> int:
        """How many queries this page costs when it is made anew."""
        client = Client(HTTP_HOST="127.0.0.1", **({"HTTP_COOKIE": cookie} if cookie else {}))
        client.get(page)
        with CaptureQueriesContext(connection) as questions:
            client.get(page)
        return len(questions)
