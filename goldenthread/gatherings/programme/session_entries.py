"""One line of a list, as a session of a programme: or why it cannot be one, and what is changed as it comes in."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import nh3
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from goldenthread.gatherings.programme import file_hours
from goldenthread.gatherings.programme.import_columns import SessionColumns
from goldenthread.gatherings.programme.models import SessionKind
from goldenthread.gatherings.programme.models.session import LONGEST_SESSION
from goldenthread.kit.reading.event_headings import TOO_OFTEN, UNREADABLE_RULE
from goldenthread.kit.spreadsheets import SpreadsheetRow

LONGEST_TITLE, LONGEST_WORDS, LONGEST_NAME, LONGEST_KEY = 160, 4000, 80, 200
# Of a session of which nobody says how long it is.
USUAL_MINUTES = 45
# What lasts longer until an hour after midnight has its hours mixed up.
LONGEST_NIGHT = 8 * 60
TAG = re.compile(r"</?(?:p|br|a|em|strong|b|i|ul|ol|li|h\d|div|span|code|pre|blockquote)\b[^>]*>", re.IGNORECASE)
LINE_ENDS = re.compile(r"<br\s*/?>|</(?:p|li|h\d|div|ul|ol|pre|blockquote)>", re.IGNORECASE)
A_BREAK = re.compile(
    r"(?:(?:morning|afternoon|tea|coffee|lunch|comfort)[ -]?)?(?:break|interval)|lunch|tea|coffee|dinner|breakfast|egwyl|cinio|te",
    re.IGNORECASE,
)
# Of calendars, in the words of whoever reads the file.
NOT_WRITTEN_OUT = {
    TOO_OFTEN: gettext_lazy("“%(title)s” repeats more than 200 times. Please give it an end in your calendar."),
    UNREADABLE_RULE: gettext_lazy("“%(title)s” repeats in a way that we can’t read."),
}


class CannotBeASession(Exception):
    """One sentence for people: why a line is left out."""


@dataclass(frozen=True)
class SessionEntry:
    """What a file says of one session."""

    line: int
    key: str
    title: str
    # As the clock on the wall shows it; None where the file has no hour.
    starts: datetime | None
    is_second_hour: bool
    minutes: int
    room: str
    names: tuple[str, ...]
    words: str
    kind: str

    @property
    def words_mark(self) -> str:
        return marked(self.title, self.words, self.kind, str(self.minutes), *self.names)

    @property
    def place_mark(self) -> str:
        return marked(str(self.starts), str(self.is_second_hour), self.room.casefold())


def marked(*words: str) -> str:
    """What is kept of what a file content: enough to know it again, and nothing by which a name that went could be guessed."""
    content = "\n".join(words).encode(errors="replace")
    return salted_hmac("goldenthread.programme.imports", content, algorithm="sha256").hexdigest()[:32]


class LineReader:
    """Reads line after line of one file, and collects what is changed as it comes in."""

    def __init__(self, columns: SessionColumns, zone: ZoneInfo, day: date | None) -> None:
        self.columns, self.zone, self.day = columns, zone, day
        self.remarks: list[tuple[int, str]] = []
        self._keys: dict[str, int] = {}

    def entry(self, row: SpreadsheetRow) -> SessionEntry:
        """Raises CannotBeASession."""
        title = " ".join(self._cell(row, "title").split())
        if not title:
            raise CannotBeASession(_("There’s no title."))
        starts, ends = self._starts(row, title)
        minutes = self._minutes(row, title, starts, ends)
        kind = self._cell(row, "kind")
        return SessionEntry(
            line=row.line,
            key=self._key(row, title),
            title=self._shortened(row, title, LONGEST_TITLE, _("The title of “%(title)s” is shortened.")),
            starts=starts.replace(tzinfo=None, fold=0, second=0, microsecond=0) if starts else None,
            is_second_hour=starts is not None and starts.tzinfo is not None and is_second(starts, self.zone),
            minutes=minutes,
            room=" ".join(self._cell(row, "room").split())[:LONGEST_NAME],
            names=tuple(names_in(self._cell(row, "who"))),
            words=self._shortened(
                row, as_text(self._cell(row, "words")), LONGEST_WORDS, _("The words of “%(title)s” are shortened.")
            ),
            kind=SessionKind.BREAK if A_BREAK.fullmatch(kind) or A_BREAK.fullmatch(title) else SessionKind.CONTRIBUTION,
        )

    def _cell(self, row: SpreadsheetRow, what: str) -> str:
        heading = getattr(self.columns, what)
        return row.cells[heading].replace("\x00", " ").strip() if heading else ""

    def _key(self, row: SpreadsheetRow, title: str) -> str:
        """The file’s own, or else the title; what stands there twice is counted."""
        key = self._cell(row, "id") or f"title: {title}"
        key = key if len(key) < LONGEST_KEY - 10 else f"mark: {marked(key)}"
        self._keys[key] = self._keys.get(key, 0) + 1
        return key if self._keys[key] == 1 else f"{key} ({self._keys[key]})"

    def _starts(self, row: SpreadsheetRow, title: str) -> tuple[datetime | None, str]:
        """When it begins, and until when in words. A day without an hour says nothing yet."""
        day, written = self._cell(row, "day"), self._cell(row, "starts")
        if moment := file_hours.a_moment(written or day):
            # By UTC alone it stands on no wall: then it is as the clock of the gathering shows it.
            is_utc = (written or day).endswith("Z")
            return moment.astimezone(self.zone) if is_utc else moment, self._cell(row, "ends")
        if written in NOT_WRITTEN_OUT:
            raise CannotBeASession(NOT_WRITTEN_OUT[written] % {"title": title})
        first, until = file_hours.hours(written)
        on = file_hours.a_day(day) if day else self.day
        if not written or file_hours.a_day(written):
            if day or written:
                self.remarks.append(
                    (row.line, _("“%(title)s” has no hour, so it comes in without one.") % {"title": title})
                )
            return None, ""
        hour = file_hours.an_hour(first)
        if hour is None or on is None:
            bad = {"title": title, "words": f"{day} {written}".strip()[:80]}
            raise CannotBeASession(_("“%(title)s”: we can’t read when it begins, “%(words)s”.") % bad)
        return datetime.combine(on, hour), until or self._cell(row, "ends")

    def _minutes(self, row: SpreadsheetRow, title: str, starts: datetime | None, ends: str) -> int:
        written = self._cell(row, "minutes")
        minutes = file_hours.a_length(written) if written else None
        until = file_hours.a_moment(ends) or file_hours.an_hour(ends)
        if minutes is None and starts and until and not written:
            minutes = file_hours.minutes_between(starts, until)
            self._look_at_midnight(row, title, (starts, until), minutes)
        elif minutes is None and not written and not ends:
            self.remarks.append(
                (row.line, _("Nothing says how long “%(title)s” takes: 45 minutes.") % {"title": title})
            )
            return USUAL_MINUTES
        if minutes is None or minutes < 1:
            bad = {"title": title, "words": (written or ends)[:80]}
            raise CannotBeASession(_("“%(title)s”: we can’t read how long it takes, “%(words)s”.") % bad)
        if minutes > LONGEST_SESSION:
            raise CannotBeASession(_("“%(title)s” would take longer than a day.") % {"title": title})
        return minutes

    def _look_at_midnight(
        self, row: SpreadsheetRow, title: str, hours: tuple[datetime, datetime | time], minutes: int
    ) -> None:
        """An end that is earlier in the day is after midnight, or a slip."""
        starts, until = hours
        if not isinstance(until, time) or until > starts.time():
            return
        words = {"title": title, "starts": f"{starts:%H:%M}", "ends": f"{until:%H:%M}"}
        if minutes > LONGEST_NIGHT:
            raise CannotBeASession(_("“%(title)s” would end before it begins: %(starts)s to %(ends)s.") % words)
        self.remarks.append((row.line, _("“%(title)s” ends after midnight, at %(ends)s.") % words))

    def _shortened(self, row: SpreadsheetRow, words: str, longest: int, remark: str) -> str:
        if len(words) <= longest:
            return words
        self.remarks.append((row.line, remark % {"title": self._cell(row, "title")[:60]}))
        return f"{words[: longest - 1].rstrip()}…"


def is_second(moment: datetime, zone: ZoneInfo) -> bool:
    """Of an hour that the clock shows twice, the second one."""
    first, second = (moment.replace(tzinfo=zone, fold=fold).utcoffset() or timedelta() for fold in (0, 1))
    # Where the clock goes forward it is the other way round: the hour is shown by none.
    return moment.utcoffset() == second < first


def names_in(words: str) -> list[str]:
    """One below the other, or with commas between."""
    signs = r"[\n;]" if re.search(r"[\n;]", words) else ","
    return [name[:LONGEST_NAME] for part in re.split(signs, words) if (name := " ".join(part.split()))]


def as_text(words: str) -> str:
    """Without the tags that many programs write in."""
    if not TAG.search(words):
        return words
    plain = html.unescape(nh3.clean(LINE_ENDS.sub("\n", words), tags=set()))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(line.strip() for line in plain.splitlines())).strip()
