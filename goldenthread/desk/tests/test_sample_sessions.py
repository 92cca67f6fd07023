"""In the sample people sign up for sessions, chairs are drawn, and cards hang on the wall; all of it goes when one goes back."""

import time
from http import HTTPStatus

from django.db.models import Count, Q
from django.utils import timezone

from goldenthread.desk.sample import living
from goldenthread.desk.sample.going_back import take_away, what_goes
from goldenthread.desk.sample.launch import CONVENORS
from goldenthread.desk.sample.living import live
from goldenthread.desk.sample.loading import load
from goldenthread.desk.sample.programme import show_programme
from goldenthread.desk.sample_clock import BY_WORD
from goldenthread.gatherings.bookings.models import Booking
from goldenthread.gatherings.open_hour.models import OpenHour, Topic, TopicNote, TopicPlacing
from goldenthread.gatherings.signup.models import Draw, OwedSession, SessionPlace, SessionWish, SignUpOpening
from goldenthread.people.models import Person


def stand():
    waiting = Count("pk", filter=Q(state=SessionPlace.State.WAITING))
    places = SessionPlace.objects.values("title").annotate(had=Count("pk") - waiting, waiting=waiting)
    return {
        "chairs": sorted(places.values_list("title", "had", "waiting")),
        "left without": SessionWish.objects.filter(rank=1).count()
        - SessionWish.objects.filter(is_drawn=True).values("booking").distinct().count(),
        "drawn": Draw.objects.exclude(drawn_at=None).count(),
        "cards": Topic.objects.count(),
        "hang": TopicPlacing.objects.count(),
        "hosted by nobody": Topic.objects.filter(host=None).count(),
        "notes": TopicNote.objects.count(),
    }


WALL = {"cards": 3, "hang": 2, "hosted by nobody": 1}
NO_WALL = {"cards": 0, "hang": 0, "hosted by nobody": 0, "notes": 0}
FIRST_COME = [("A slow walk, two by two", 8, 3), ("Hands in clay", 9, 0)]
DRAWN = [("Reading the evidence together", 12, 0), ("Who is not in the room?", 16, 0)]
PLANNING = {"chairs": [], "left without": 0, "drawn": 0} | NO_WALL
A_WEEK_BEFORE = {"chairs": FIRST_COME, "left without": 31, "drawn": 0} | NO_WALL
THE_DAY = {"chairs": FIRST_COME + DRAWN, "left without": 3, "drawn": 1, "notes": 0} | WALL
AFTERWARDS = THE_DAY | {"notes": 1}
STANDS = {"planning": PLANNING, "a-week-before": A_WEEK_BEFORE, "the-day": THE_DAY, "afterwards": AFTERWARDS}


def test_chairs_and_cards_go_their_way_with_the_clock_forth_and_back(db):
    load(timezone.now())
    forth, back = {}, {}
    for word in STANDS:
        live(BY_WORD[word].moment)
        forth[word] = stand()
    live(BY_WORD["afterwards"].moment)
    twice = stand()
    for word in reversed(STANDS):
        take_away(BY_WORD[word].moment)
        live(BY_WORD[word].moment)
        back[word] = stand()

    assert (forth, twice) == (STANDS, AFTERWARDS)
    assert back == STANDS
    assert (SignUpOpening.objects.count(), OpenHour.objects.count()) == (0, 0)


def test_a_draw_comes_out_alike_each_time_and_no_real_person_is_in_it_or_owed_an_email(db):
    load(timezone.now())
    real, seated = Person.objects.filter(name__in=CONVENORS), []
    for _time in range(2):
        live(BY_WORD["the-day"].moment)
        seated.append(set(SessionPlace.objects.values_list("booking", "title")))
        take_away(BY_WORD["a-week-before"].moment)
        live(BY_WORD["a-week-before"].moment)

    assert (seated[0] == seated[1], OwedSession.objects.count()) == (True, 0)
    assert SessionPlace.objects.filter(booking__person__in=real).count() == 0
    assert {SignUpOpening.objects.exclude(by=None).count(), Draw.objects.exclude(by=None).count()} == {0}
    assert [str(going.words) for going in what_goes(BY_WORD["planning"].moment)].count("chairs in sessions") == 1


def test_a_slow_machine_gives_out_chairs_too(db, monkeypatch):
    def shown_slowly(launch, now):
        time.sleep(0.1)
        show_programme(launch, now)

    load(timezone.now())
    monkeypatch.setattr(living, "show_programme", shown_slowly)
    live(BY_WORD["a-week-before"].moment)

    assert stand() == A_WEEK_BEFORE


def test_who_looks_around_finds_a_chair_a_wish_and_the_wall(client, db):
    load(timezone.now())
    live(BY_WORD["a-week-before"].moment)
    client.force_login(Person.objects.get(email="keeper@example.org"))
    mine = Booking.objects.get(gathering__slug="launch", person__email="keeper@example.org").get_absolute_url()
    before = client.get(f"{mine}sessions/").content.decode()
    live(BY_WORD["the-day"].moment)
    wall = client.get(f"{mine}open-hour/").content.decode()

    assert [words in before for words in ("A slow walk", "Hands in clay", "Reading the evidence")] == [True] * 3
    assert [words in wall for words in ("Tea for those who work nights", "Nesta", "Under the stairs")] == [True] * 3
    client.force_login(Person.objects.get(name=CONVENORS[0]))
    pages = ("programme/sign-up/", "open-hour/", "open-hour/screen/", "programme/draft/")
    assert [client.get(f"/gatherings/launch/{page}").status_code for page in pages] == [HTTPStatus.OK] * 4
