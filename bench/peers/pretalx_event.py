"""Fills a pretalx with one public event of sixty talks. Runs inside pretalx: see pretalx.sh."""

import datetime as dt
import os
import random

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "pretalx.settings")
django.setup()

from django.db import transaction  # noqa: E402 - only a Django that is set up has models
from django.utils import timezone  # noqa: E402
from django_scopes import scope, scopes_disabled  # noqa: E402
from pretalx.event.models import Event  # noqa: E402
from pretalx.event.utils import create_organiser_with_team  # noqa: E402
from pretalx.person.models import SpeakerProfile, User  # noqa: E402
from pretalx.schedule.models import Room  # noqa: E402
from pretalx.submission.models import Submission, Track  # noqa: E402

SLUG, TALKS, DAYS, ROOMS = "launch", 60, 3, 4
VOCABULARY = "circle hearth practice listening commons river weave council story tending garden stillness".split()
chance = random.Random(14)


def words(count):
    return " ".join(chance.choice(VOCABULARY) for _ in range(count)).capitalize()


def event():
    keeper = User.objects.create_user(
        name="Keeper", email="keeper@example.org", password="only-for-the-bench", is_administrator=True, is_staff=True
    )
    organiser, team = create_organiser_with_team(name="Bench", slug="bench", users=[keeper])
    first = timezone.now().date() + dt.timedelta(days=30)
    made = Event.objects.create(
        name="Launch", slug=SLUG, organiser=organiser, is_public=True, date_from=first,
        date_to=first + dt.timedelta(days=DAYS - 1), timezone="Europe/London", email="bench@example.org",
        locale_array="en", locale="en", landing_page_text="\n\n".join(words(60) for _ in range(3)),
    )  # fmt: skip
    with scope(event=made):
        made.build_initial_data()
        team.limit_events.add(made)
    return made


def talk(made, number, track, room, starts):
    person = User.objects.create_user(name=f"Speaker {number} {words(1)}", email=f"speaker{number}@example.org")
    profile = SpeakerProfile.objects.create(user=person, event=made, biography=words(80))
    submission = Submission.objects.create(
        event=made, title=words(5), submission_type=made.submission_types.first(), track=track,
        abstract=words(30), description=words(100), content_locale="en",
    )  # fmt: skip
    submission.speakers.add(profile)
    submission.accept()
    submission.confirm()
    slot = submission.slots.get(schedule__version__isnull=True)
    slot.start, slot.end, slot.room = starts, starts + dt.timedelta(minutes=30), room
    slot.save()


def programme(made):
    tracks = [Track.objects.create(event=made, name=words(1), color="#336699") for _ in range(6)]
    rooms = [Room.objects.create(event=made, name=f"Room {n}", position=n, capacity=100) for n in range(ROOMS)]
    morning = dt.datetime.combine(made.date_from, dt.time(9), tzinfo=made.tz)
    for number in range(TALKS):
        day, place = divmod(number, TALKS // DAYS)
        turn, room = divmod(place, ROOMS)
        talk(made, number, chance.choice(tracks), rooms[room], morning + dt.timedelta(days=day, minutes=40 * turn))
    made.wip_schedule.freeze("1.0", notify_speakers=False)
    made.feature_flags["show_schedule"] = True
    made.save()


with scopes_disabled(), transaction.atomic():
    if not Event.objects.filter(slug=SLUG).exists():
        launch = event()
        with scope(event=launch):
            programme(launch)
