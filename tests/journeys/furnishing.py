"""Fills a sample house, before it opens, with everything that a page can look like. Runs inside that house."""

import json
import sys
from datetime import date, timedelta

from allauth.mfa.models import Authenticator
from django.db import transaction
from django.template.loader import render_to_string
from django.test import Client

from goldenthread.gatherings.plan import emails as plan_emails
from goldenthread.gatherings.plan import turns
from goldenthread.gatherings.plan.models import ConvenorInvitation, Following, Gathering, OfferOfHelp
from goldenthread.kit import clock
from goldenthread.outbox.models import Email, Refusal
from goldenthread.people import emails
from goldenthread.people.models import Hat, Person, Portrait, SignInLink
from goldenthread.people.signing_in import hand_out
from goldenthread.people.telling import put_on, tell
from tests.journeys.furnishing_bookings import book
from tests.journeys.furnishing_days import hold_days
from tests.journeys.furnishing_drawn import draw_chairs
from tests.journeys.furnishing_programme import place_sessions
from tests.journeys.furnishing_release import show_a_programme
from tests.journeys.furnishing_tables import seat
from tests.journeys.furnishing_threads import let_them_meet
from tests.journeys.furnishing_voices import let_people_bring

LONG = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogochandabittomakeeightyyyy"
ARABIC = "لقاء الربيع عند النهر: نمشي ثم نتحدث"
EMOJI = "A day of kites 🪁🌬️ and a shared lunch 🍲"
PROSE = f"""Come as you are.

* a walk
* {LONG}

See https://example.org/{LONG} for more, or ask **{ARABIC}**.

> {LONG}

`{LONG}`"""
MANY = 60
BUSY = "busy@example.com"


def furnish() -> dict[str, dict[str, str]]:
    people = move_in()
    paths = plan(people["convenor"], people["member"]) | write_emails(people["member"])
    paths |= tell_of_themselves(people["member"], people["arabic"])
    paths |= book(people["convenor"], people["member"], LONG)
    paths |= hold_days(people["convenor"], LONG)
    paths |= seat(people["convenor"], paths["roomy"], paths["packed"], LONG)
    paths |= place_sessions(people["convenor"], paths["roomy"], LONG)
    paths |= let_them_meet(people["member"], people["convenor"], people["arabic"], LONG)
    paths |= show_a_programme(LONG)
    paths |= let_people_bring(people["convenor"], people["member"], LONG)
    paths |= draw_chairs(people["convenor"], people["member"], LONG)
    Authenticator.objects.create(user=people["member"], type="webauthn", data={"name": LONG})
    sessions = {name: session_of(person) for name, person in people.items()}
    sessions |= {"waiting": session_awaiting_a_code("waiting@example.com"), "stranger": ""}
    be_asked_too_often()
    return {"sessions": sessions, "paths": paths, "broken": broken_pages()}


def move_in() -> dict[str, Person]:
    return {
        "newcomer": Person.objects.create_person("Nan", "nan@example.com", joined_at=clock.now()),
        "member": Person.objects.create_person(LONG[:80], f"{LONG[:60]}@example.com", joined_at=clock.now()),
        "convenor": Person.objects.create_person("Ada Foxglove", "ada@example.com", joined_at=clock.now()),
        "arabic": Person.objects.create_person("ليلى بنت النهر", "layla@example.com", joined_at=clock.now()),
        "keeper": Person.objects.get(email="keeper@example.org"),
    }


def plan(ada: Person, bo: Person) -> dict[str, str]:
    """Gatherings in every state. Their names are the states."""
    now = clock.now()
    soon, before = now.date() + timedelta(days=30), now.date() - timedelta(days=30)
    made = {name: Gathering.begin(name, by=ada) for name in ["bare", "long", "arabic", "emoji", "off", "later", "past", "today", "full", "settled"]}  # fmt: skip
    Gathering.begin("one of mine", by=bo)
    fill(made["long"], ada, title=LONG, lede=LONG * 2, venue=LONG, address=LONG * 2, hosted_by=LONG, day=soon, **PROSES)
    fill(made["arabic"], ada, title=ARABIC, lede=ARABIC, venue=ARABIC, about=ARABIC, when_wish=ARABIC)
    fill(made["emoji"], ada, title=EMOJI, lede=EMOJI, day=soon, last_day=soon + timedelta(days=2))
    for name, day in {"off": soon, "later": soon, "past": before, "today": now.date(), "full": soon}.items():
        fill(made[name], ada, title=f"A gathering: {name}", lede="We walk.", day=day, venue="The Old School")
    for name in made.keys() - {"bare"}:
        turns.publish(made[name], by=ada)
    turns.call_off(made["off"], by=ada, because=LONG)
    turns.postpone(made["later"], by=ada, because="The river has risen.")
    turns.close(made["full"], by=ada)
    turns.settle(made["settled"], by=ada)
    gather_many(made["long"], ada, bo)
    invitation = ConvenorInvitation.objects.create(gathering=made["long"], name=LONG, email="cy@example.com", by=ada)
    paths = {name: gathering.get_absolute_url() for name, gathering in made.items()}
    return paths | {"invitation": f"{paths['long']}convenors/invitation/{invitation.token}/"}


PROSES = dict.fromkeys(["about", "for_whom", "getting_there", "expect", "voices"], PROSE) | {
    "cost": LONG, "safeguarding": LONG, "places": 240, "step_free": True, "hearing_loop": False,
    "aims": {"health": 40, "policy": 3, "lived_experience": 25},
}  # fmt: skip


def fill(gathering: Gathering, by: Person, **plan: object) -> None:
    now = Gathering.objects.get(pk=gathering.pk)
    now.replan(plan, since=now.sequence, by=by, is_small=False)


def gather_many(gathering: Gathering, ada: Person, bo: Person) -> None:
    """Long lists: versions, offers, followers, gatherings, convenors."""
    for number in range(20):
        fill(gathering, ada, lede=f"{number} {LONG}")
    OfferOfHelp.objects.bulk_create(
        OfferOfHelp(gathering=gathering, point="where", words=f"{LONG} {number}", person=bo) for number in range(MANY)
    )
    for person in Person.objects.exclude(email=None).order_by("pk")[:12]:
        gathering.convenings.get_or_create(person=person, until=None)
    for number in range(MANY):
        another = Gathering.begin(f"Evening {number}", by=bo)
        another.day = date(2023, 6, 1) + timedelta(days=number)
        turns.publish(another, by=bo)
        Following.objects.create(gathering=another, person=ada, told=another.news)


def write_emails(bo: Person) -> dict[str, str]:
    for _ in range(MANY):
        emails.passkey_added(bo)
    email = plan_emails.offer(OfferOfHelp.objects.order_by("pk")[0], bo)
    emails.sign_in("new@example.com", name=LONG)
    with_code = Email.objects.order_by("-pk")[0]
    return {
        "letter": f"/me/letters/{email.pk}/",
        "letter with an offer": f"/post-room/{email.pk}/",
        "letter with a code": f"/post-room/{with_code.pk}/",
        "fewer letters": f"/letters/fewer/{Refusal.ticket(bo.email or '', 'news', 'plan.gathering:1')}/",
        "link": hand_out(SignInLink(person=bo, address=bo.email or "")).path,
    }


def tell_of_themselves(bo: Person, layla: Person) -> dict[str, str]:
    """Much, in long words and in others; and somebody on paper."""
    hat = Hat(person=bo, words=LONG, audience="everyone", is_for_being_found=True)
    put_on(hat)
    put_on(Hat.suggested(bo, "lived_experience"))
    for person, words in ((bo, LONG), (layla, ARABIC)):
        portrait = Portrait(
            person=person,
            brings=words,
            looks_for=words,
            access_needs=words,
            region="wales",
            familiarity="new",
            hellos="members",
        )
        tell(person, known={"pronouns": words[:40]}, portrait=portrait, is_to_be_found=True)
    paper = Person.objects.create_person(LONG[:80])
    return {
        "hat": f"/me/hats/{hat.pk}/",
        "somebody": f"/people/{layla.portrait.token}/",
        "introduction to": f"/me/thread/introductions/to/{layla.portrait.token}/",
        "myself": f"/people/{bo.portrait.token}/",
        "on paper": f"/people/on-paper/{paper.pk}/code/",
    }


def session_of(person: Person) -> str:
    client = Client()
    client.force_login(person)
    return client.cookies["sessionid"].value


def session_awaiting_a_code(address: str) -> str:
    client = Client(SERVER_NAME="localhost", headers={"x-forwarded-for": "192.0.2.1"})
    client.post("/sign-in/", {"email": address})
    return client.cookies["sessionid"].value


def be_asked_too_often() -> None:
    for machine in range(6):
        client = Client(SERVER_NAME="localhost", headers={"x-forwarded-for": f"192.0.2.{machine}"})
        client.post("/sign-in/", {"email": BUSY})


def broken_pages() -> dict[str, str]:
    """What is shown when nothing else can be."""
    return {name: render_to_string(name) for name in ["400.html", "500.html", "503.html"]}


def main() -> None:
    with transaction.atomic():
        json.dump(furnish(), sys.stdout)
