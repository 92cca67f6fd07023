"""Everybody from whom a decision is held back, every address of the house, and what each is answered there."""

import re
from dataclasses import dataclass
from datetime import timedelta

from django.core.cache import cache
from django.db import connection, transaction
from django.test import Client

from goldenthread.gatherings.bookings.models import Booking, State
from goldenthread.gatherings.plan.models import Following, Gathering
from goldenthread.gatherings.voices.deciding import decide
from goldenthread.gatherings.voices.models import Contribution, Readership, Reading, Voice
from goldenthread.gatherings.voices.telling_decisions import previews_for, stamp_of, tell
from goldenthread.kit import clock, house
from goldenthread.people.models import Person
from tests.house.permissions import patterns, rows

# Only what reads one of these can tell anything of a decision: the others are not asked three times.
TABLES = ("voices_", "journal_entry", "outbox_letter")
# What a press sends is not what somebody is shown.
NEVER_THE_SAME = re.compile(rb'name="csrfmiddlewaretoken" value="[^"]*"|nonce-[\w+/=]+|nonce="[^"]*"')
FILES = (".pdf", ".xlsx", ".svg")
PART = re.compile(r"<(?:\w+:)?(\w+)>")
CAST = ("ada", "bo", "kim", "cy")
# Words that nothing else holds: a title of somebody else's bird, and why not.
REASON = "canaryreason of a nightjar"


@dataclass(frozen=True)
class Held:
    """A contribution about which something is decided, and nobody is told."""

    contribution: Contribution
    convenor: Person
    voices: tuple[Voice, ...]
    people: dict[str, Person]

    @property
    def gathering(self) -> Gathering:
        return Gathering.objects.with_facts().get(pk=self.contribution.gathering_id)

    def browser_of(self, role: str) -> Client:
        client = Client(raise_request_exception=False)
        if role in self.people:
            client.force_login(self.people[role])
        return client


def hold_back(things):
    """Offered by two, read by one; somebody else follows the gathering and has a place."""
    convenor, reader, keeper, other = (Person.objects.get(email=f"{name}@example.org") for name in CAST)
    spring = Gathering.objects.get(slug=things["gathering"])
    offerer, beside, guest = (_person(name, reader) for name in ("Nightjar", "Bittern", "Curlew"))
    contribution = Contribution.objects.create(
        gathering=spring, title="Heldcanary", words="Words.", sent_at=clock.now(), begun_at=clock.now()
    )
    voices = tuple(
        Voice.objects.create(
            contribution=contribution, number=number, person=who, name=who.name, email=who.email, yes_at=clock.now()
        )
        for number, who in enumerate((offerer, beside), start=1)
    )
    Readership.objects.filter(person=reader).update(until=clock.now() + timedelta(days=9))
    Reading.objects.create(contribution=contribution, reader=reader, leaning="in", words="Yes.", version=1)
    Following.objects.create(gathering=spring, person=guest, told=spring.news)
    Booking.objects.create(
        gathering=spring, person=guest, name=guest.name, email=guest.email, state=State.COMING, confirmed_at=clock.now()
    )
    people = {"offerer": offerer, "co-voice": beside, "reader": reader, "guest": guest, "keeper": keeper}
    return Held(contribution, convenor, voices, people | {"other convenor": other})


def _person(name, like):
    return Person.objects.create_person(f"{name} Canary", f"{name.lower()}@example.org", joined_at=like.joined_at)


def addresses(held, things):
    """Those of the table of permissions, and every one that the house answers to, filled with what is held back."""
    table = {row.address.format_map(things) for row in rows() if row.method == "GET"}
    filled = {f"/{_filled(route, held, voice)}" for route in patterns() for voice in held.voices}
    found_by_search = {f"/people/?words={words}" for words in ("Heldcanary", REASON)}
    pages = {page for page in table | filled | found_by_search if not page.endswith(FILES)}
    return sorted(page for page in pages if "sign-out" not in page)


def _filled(route, held, voice):
    contribution = held.contribution
    known = {"slug": contribution.gathering.slug, "key": voice.key, "pk": contribution.pk, "voice": voice.pk}
    return PART.sub(lambda part: str(known.get(part[1], 1)), route.replace("^", "").replace("$", ""))


def touching(browser, pages):
    """Pages for which one of these tables is read."""
    for page in pages:
        statements: list[str] = []
        with connection.execute_wrapper(_noting(statements)):
            browser.get(page)
        if any(table in sql for sql in statements for table in TABLES):
            yield page


def _noting(statements):
    def note(execute, sql, params, many, context):
        statements.append(sql)
        return execute(sql, params, many, context)

    return note


def answers(held, role, pages):
    """By page: the status, where it leads, and every byte that is not drawn by lot; and what a press is answered."""
    browser, pressing = held.browser_of(role), held.browser_of(role)
    return {page: (*_answer(browser.get(page)), _pressed(pressing, page)) for page in pages}


def _answer(response):
    return response.status_code, response.get("Location", ""), NEVER_THE_SAME.sub(b"", response.getvalue())


def _pressed(browser, page):
    """On what a voice or a reader has: elsewhere a press may sign somebody out. It changes nothing here."""
    if "/contributions/" not in page and "/readings/" not in page:
        return 0
    with transaction.atomic():
        status = browser.post(page).status_code
        transaction.set_rollback(True)
    return status


def in_state(held, answer, look, *, is_told=False):
    """What is looked at, in a house in which this was decided; and the house as it was before."""
    with transaction.atomic():
        cache.clear()
        house.forget()
        if answer:
            decide(held.contribution, by=held.convenor, answer=answer, reason=REASON, door="wall")
        if is_told:
            seen = stamp_of(previews_for(held.gathering, by=held.convenor))
            tell(held.gathering, seen=seen, not_yet=(), by=held.convenor)
        looked = look()
        transaction.set_rollback(True)
    return looked
