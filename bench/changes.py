"""What somebody does to the house while it is measured, through the database like every other process."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path

import django


class House:
    """The same database as the running house. Made after the house has opened."""

    def __init__(self, place: Path) -> None:
        os.environ.update(DATA_DIR=str(place / "data"), DJANGO_SETTINGS_MODULE="goldenthread.settings")
        django.setup()
        # Only now do they find a Django that is set up.
        self.gatherings = import_module("goldenthread.gatherings.plan.models").Gathering.objects.filter(slug="launch")
        self.people = import_module("goldenthread.people.models").Person.objects
        self.client = import_module("django.test").Client
        self.questions = import_module("django.test.utils").CaptureQueriesContext
        self.connection = import_module("django.db").connection
        self.stamp = import_module("goldenthread.kit.stamp")
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
        client = self.client(HTTP_HOST="127.0.0.1")
        client.force_login(self.people.filter(email__isnull=False).order_by("pk").last())
        return "; ".join(f"{name}={cookie.value}" for name, cookie in client.cookies.items())

    def count_questions(self, page: str, cookie: str = "") -> int:
        """How many queries this page costs when it is made anew."""
        client = self.client(HTTP_HOST="127.0.0.1", **({"HTTP_COOKIE": cookie} if cookie else {}))
        client.get(page)
        with self.questions(self.connection) as questions:
            client.get(page)
        return len(questions)
