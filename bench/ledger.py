"""Who counts, through the database and without the code that is measured."""

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import django
from django.db import connections
from django.db.models import Count, Sum

SEATED = ["kept", "coming", "offered"]
LIVE = [*SEATED, "waiting"]


class Ledger:
    """The bookings of the sample's launch. Made after the house has opened."""

    def __init__(self, folder: Path) -> None:
        os.environ.update(DATA_DIR=str(folder), DJANGO_SETTINGS_MODULE="goldenthread.settings")
        django.setup()
        from goldenthread.gatherings.bookings import chores, opening
        from goldenthread.gatherings.bookings.models import Booking, HeldPlaces, Opening
        from goldenthread.gatherings.plan.models import Gathering
        from goldenthread.kit import clock, database_version

        self._opening, self._stamp, self._chores = opening, database_version, chores
        self.launch = Gathering.objects.get(slug="launch")
        self.all, self.openings = Booking.objects.filter(gathering=self.launch), Opening.objects
        self.held = HeldPlaces.objects.filter(opening__gathering=self.launch)
        self.now = clock.now
        self.places = self.most = 0

    def open(self, places: int) -> None:
        """An empty room with so many places, all of which wait."""
        self.all.delete()
        self.held.delete()
        self.places, self.most = places, 0
        how = {"until": None, "confirm_hours": 72, "answer_hours": 24}
        self._opening.open_booking(self.launch, by=None, now=self.now(), places=places, **how)

    def close(self) -> None:
        connections.close_all()
        self._stamp.close()

    def settle(self) -> None:
        self._chores.move_lines(self.now())

    def taken(self) -> int:
        seats = self.all.filter(state__in=SEATED).aggregate(n=Sum("seats"))["n"] or 0
        self.most = max(self.most, seats)
        return seats

    @contextmanager
    def watching(self) -> Iterator[None]:
        """Somebody who looks at the seats again and again meanwhile."""
        over = threading.Event()

        def look() -> None:
            while not over.wait(0.002):
                self.taken()
            connections.close_all()

        watch = threading.Thread(target=look)
        watch.start()
        try:
            yield
        finally:
            over.set()
            watch.join()

    def oversold(self) -> int:
        """At the worst moment at which anybody looked: a cancellation soon covers one seat too many."""
        self.taken()
        return max(0, self.most - self.places)

    def emails(self) -> set[str]:
        return set(self.all.values_list("email", flat=True))

    def doubles(self) -> int:
        live = self.all.filter(state__in=LIVE).exclude(email="").values("email")
        return live.annotate(n=Count("pk")).filter(n__gt=1).order_by().count()

    def key_of(self, email: str) -> str | None:
        return self.all.filter(email=email, state__in=SEATED).values_list("key", flat=True).first()
