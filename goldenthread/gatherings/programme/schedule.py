"""What schedule.xml and schedule.json both say (frab, as Giggity, EventFahrplan and c3voc's tools read it).

The two official schemas do not agree; what stands here is what both allow. Nothing is told apart by a hyphen where one of them
knows none, a length is hours and minutes, and whatever happens everywhere is in a room of that name.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property, lru_cache
from itertools import groupby
from uuid import UUID, uuid5

from django.utils.text import slugify
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from goldenthread.gatherings.programme.models import SessionKind
from goldenthread.gatherings.programme.public import PublicProgramme
from goldenthread.gatherings.programme.public_parts import PublicPlacing
from goldenthread.kit.address import absolute
from goldenthread.kit.prose import plain

# Zones that schema.json knows the pattern of; any other is left out, for offsets stand at every moment.
ZONE = re.compile(r"[A-Z][a-z]+/[A-Z][a-z]+")
SHORTEST_ACRONYM, LONGEST_TITLE_IN_SLUG, SHORTEST_TITLE_IN_SLUG = 4, 60, 4
GENERATOR = "Golden Thread"


def one_line(text: str) -> str:
    """As both formats read it alike: XML knows one kind of line break, and a name has none."""
    return " ".join(plain(text).split())


@dataclass(frozen=True)
class ScheduleEvent:
    """One time that something is held."""

    placing: PublicPlacing
    slug: str
    # As both formats name them; looked up once for all that are of one kind or in one room.
    kind: str
    room: str

    @property
    def id(self) -> int:
        return self.placing.key

    @property
    def guid(self) -> str:
        return str(self.placing.guid)

    @property
    def date(self) -> str:
        return self.placing.starts_at.isoformat("T", "seconds")

    @property
    def end(self) -> str:
        return self.placing.ends_at.isoformat("T", "seconds")

    @property
    def start(self) -> str:
        return f"{self.placing.starts_at.hour:02}:{self.placing.starts_at.minute:02}"

    @property
    def duration(self) -> str:
        hours, minutes = divmod(self.placing.session.minutes, 60)
        return f"{hours:02}:{minutes:02}"

    @property
    def title(self) -> str:
        return one_line(self.placing.session.title)

    @property
    def words(self) -> str:
        words = plain(self.placing.session.words)
        return words.replace("\r\n", "\n").replace("\r", "\n") if "\r" in words else words

    @property
    def url(self) -> str:
        return self.placing.url

    @property
    def persons(self) -> list[tuple[int, str]]:
        """By the keys of this programme, which say nothing anywhere else."""
        return [(key, one_line(name)) for key, name in self.placing.session.speakers.items()]


@dataclass(frozen=True)
class ScheduleDay:
    """One day by the calendar: from its first session to the end of its last, which may be after midnight."""

    index: int
    day: date
    starts_at: datetime
    ends_at: datetime
    rooms: dict[str, list[ScheduleEvent]]


@dataclass(frozen=True)
class Schedule:
    """A programme in the words of the format."""

    programme: PublicProgramme

    @property
    def title(self) -> str:
        return one_line(self.programme.gathering.title)

    @cached_property
    def url(self) -> str:
        return absolute(f"{self.programme.gathering.get_absolute_url()}programme/")

    @property
    def version(self) -> str:
        return str(self.programme.number)

    @cached_property
    def acronym(self) -> str:
        """The address of the gathering; of three letters, longer."""
        slug = self.programme.gathering.slug.lower().replace("-", "_")
        return slug if len(slug) >= SHORTEST_ACRONYM else f"{slug}_programme"

    @property
    def time_zone(self) -> str:
        zone = self.programme.gathering.time_zone
        return zone if ZONE.match(zone) or zone == "UTC" else ""

    @cached_property
    def language(self) -> str:
        return (get_language() or "en").partition("-")[0]

    @cached_property
    def days(self) -> list[ScheduleDay]:
        by_day = groupby(self.programme.placings, key=lambda placing: placing.day)
        return [self._day(index, day, list(placings)) for index, (day, placings) in enumerate(by_day, start=1)]

    @cached_property
    def room_guids(self) -> dict[str, str]:
        """In the order of rooms, each by its name, for so do days name them."""
        named = [one_line(room.name) for room in self.programme.rooms]
        used = [event.room for day in self.days for events in day.rooms.values() for event in events]
        return {name: str(self._guid_of(name)) for name in dict.fromkeys([*named, *used])}

    @cached_property
    def _rooms(self) -> dict[int | None, str]:
        """By their keys."""
        everywhere: dict[int | None, str] = {None: one_line(_("Everywhere"))}
        return everywhere | {room.key: one_line(room.name) for room in self.programme.rooms}

    @cached_property
    def _kinds(self) -> dict[str, str]:
        return {kind.value: str(kind.label) for kind in SessionKind}

    def _guid_of(self, name: str) -> UUID:
        return uuid5(self.programme.gathering.uid, name)

    def _day(self, index: int, day: date, placings: list[PublicPlacing]) -> ScheduleDay:
        rooms: dict[str, list[ScheduleEvent]] = {}
        for placing in placings:
            room = self._rooms[placing.room.key if placing.room else None]
            event = ScheduleEvent(placing, self._slug(placing), self._kinds[placing.session.kind], room)
            rooms.setdefault(event.room, []).append(event)
        return ScheduleDay(index, day, placings[0].starts_at, max(placing.ends_at for placing in placings), rooms)

    def _slug(self, placing: PublicPlacing) -> str:
        """Unique by the key. Without a Latin letter in the title, or with few of them, it says "session"."""
        return f"{self.acronym}-{placing.key}-{_in_slug(placing.session.title)}"


# Few titles change from one release to the next.
@lru_cache(maxsize=1024)
def _in_slug(title: str) -> str:
    words = slugify(title)[:LONGEST_TITLE_IN_SLUG].strip("-_")
    return words if len(words) >= SHORTEST_TITLE_IN_SLUG else f"{words}-session".strip("-")
