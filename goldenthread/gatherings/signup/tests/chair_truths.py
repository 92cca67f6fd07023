"""What the machine of sign-up knows by itself: it reads rows and the newest release, and none of the code that it looks at."""

from datetime import date, datetime, time

from goldenthread.gatherings.bookings.in_words import a_moment
from goldenthread.gatherings.bookings.models.state import SEATED
from goldenthread.gatherings.programme.models import ProgrammeRoom, Release, Session
from goldenthread.gatherings.signup.models import SessionPlace


def newest_content(day):
    content = Release.objects.filter(gathering=day).order_by("-number").values_list("content", flat=True).first()
    return content or {"rooms": [], "sessions": [], "placings": []}


def chairs_of(day, content):
    """How many fit into each hour that was shown and can be signed up for: the session is for so many, and its room holds so many."""
    opened = Session.objects.filter(gathering=day, sign_up__isnull=False)
    most = {str(uid): most for uid, most in opened.values_list("uid", "most_people")}
    shown = {room["key"]: room["capacity"] for room in content["rooms"]}
    holds = shown | dict(ProgrammeRoom.objects.filter(gathering=day).values_list("pk", "capacity"))
    limits = {
        (placing["uid"], placing["number"]): (most[placing["uid"]], holds.get(placing["room"]))
        for placing in content["placings"]
        if placing["uid"] in most
    }
    return {key: min((n for n in both if n is not None), default=None) for key, both in limits.items()}


def taken_of(day):
    """How many sit in each hour, or are offered a chair there."""
    taken: dict[tuple[str, int], int] = {}
    places = SessionPlace.objects.exclude(state="waiting").filter(booking__gathering=day, booking__state__in=SEATED)
    for uid, number, seats in places.values_list("session_uid", "number", "booking__seats"):
        taken[str(uid), number] = taken.get((str(uid), number), 0) + seats
    return taken


def chairs_in_words(booking, content):
    """What somebody should read of their chairs: title, hour and room, in the order of the day."""
    zone = booking.gathering.zone
    titles = {session["uid"]: session["title"] for session in content["sessions"]}
    rooms = {room["key"]: (room["number"], room["name"]) for room in content["rooms"]}
    mine = SessionPlace.objects.filter(booking=booking, state="coming").values_list("session_uid", "number")
    keys = {(str(uid), number) for uid, number in mine}
    held = sorted(
        (placing["day"], placing["from"], rooms.get(placing["room"], (0, "")), placing["key"], titles[placing["uid"]])
        for placing in content["placings"]
        if (placing["uid"], placing["number"]) in keys and booking.is_coming
    )
    return [(title, a_moment(_moment(day, at, zone), zone), room[1]) for day, at, room, _key, title in held]


def _moment(day, at, zone):
    return datetime.combine(date.fromisoformat(day), time.fromisoformat(at), zone)
