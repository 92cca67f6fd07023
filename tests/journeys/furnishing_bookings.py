"""Bookings in every state, for the pages that show them. Runs inside a house, with furnishing.py."""

from datetime import timedelta

from goldenthread.gatherings.bookings.answering import confirm
from goldenthread.gatherings.bookings.asking_questions import ask
from goldenthread.gatherings.bookings.booking_a_place import PlaceRequest, keep_a_place
from goldenthread.gatherings.bookings.giving_up import give_up
from goldenthread.gatherings.bookings.import_rows import ImportRow
from goldenthread.gatherings.bookings.importing import bring
from goldenthread.gatherings.bookings.models import KindNo, State
from goldenthread.gatherings.bookings.opening import hold_places, open_booking
from goldenthread.gatherings.bookings.paper import put_down
from goldenthread.gatherings.bookings.places_by_asking import say_no
from goldenthread.gatherings.bookings.saying_quietly import say_quietly
from goldenthread.gatherings.bookings.writing import begin_writing
from goldenthread.gatherings.plan import turns
from goldenthread.gatherings.plan.models import Following, Gathering
from goldenthread.kit import clock
from goldenthread.outbox.previewing import preview_to
from goldenthread.people.models import Person

HOW = {"until": None, "confirm_hours": 72, "answer_hours": 24}
MANY = 60


def book(ada: Person, bo: Person, long: str) -> dict[str, str]:
    """Paths to a gathering with room, to one without, and to a booking in each state."""
    roomy, packed = (_open(title, places, ada) for title, places in (("A roomy day", 200), ("A packed day", 3)))
    for number in range(MANY):
        wish = PlaceRequest(f"{long[:60]} {number}", f"{number}{long[:40]}@example.com".lower(), needs=long, line=long)
        keep_a_place(roomy, wish, now=clock.now())
    hold_places(roomy, by=ada, now=clock.now(), sector="health", places=9, until=clock.now().date())
    on_paper = put_down(roomy, PlaceRequest(long[:80]), now=clock.now(), by=ada)
    bring(roomy, f"{long}.csv", [ImportRow(2, PlaceRequest("Pat Weir"))], once="once", now=clock.now(), by=ada)
    email = begin_writing(roomy, by=ada, whom="coming", subject=long, words=f"Dear {{name}},\n\n* {long}")
    preview_to(email.circular, ada)
    change_the_plan(roomy, ada, bo, long)
    at = roomy.get_absolute_url()
    return (
        _states(packed, bo)
        | _asking(ada, bo, long)
        | {
            "reminder": f"{at}bookings/reminders/{roomy.reminders.get(days=7).pk}/",
            "roomy": at,
            "packed": packed.get_absolute_url(),
            "listed": f"{at}bookings/{on_paper.pk}/",
            "circular": f"{at}bookings/letters/{email.pk}/",
        }
    )


def _asking(ada: Person, bo: Person, long: str) -> dict[str, str]:
    """Paths where people ask for a place, somebody said something about the cost, and somebody was said no to."""
    now = clock.now()
    gathering = _open("A day by asking", 20, ada)
    gathering.replan({"cost": long[:200]}, since=gathering.sequence, by=ada, is_small=False)
    open_booking(gathering, by=ada, now=now, places=20, **HOW, by_asking=True, cost_reader=ada)
    question = ask(
        gathering, {"words": long[:200], "purpose": long[:300], "shape": "one", "options": "Yes\nNo"}, now=now, by=ada
    )
    waiting, refused = (
        confirm(keep_a_place(gathering, PlaceRequest(name, f"{name}@example.com", line=long), now=now), now)
        for name in ("asks", "was refused")
    )
    say_quietly(waiting, long, reader=ada, now=now)
    say_no(KindNo(booking=refused, by=ada, at=now, words=long, is_to_follow=True))
    keep_a_place(gathering, PlaceRequest("Bo", bo.email or ""), now=now, person=bo)
    at = gathering.get_absolute_url()
    return {
        "by asking": at,
        "asked": f"{at}bookings/{waiting.pk}/",
        "own question": f"{at}bookings/questions/{question.pk}/",
        "place asked": waiting.get_absolute_url(),
        "place refused": refused.get_absolute_url(),
    }


def change_the_plan(gathering: Gathering, by: Person, follower: Person, long: str) -> None:
    """Somebody follows it, and the e-mail waits."""
    Following.objects.create(gathering=gathering, person=follower, told=gathering.news)
    now = Gathering.objects.get(pk=gathering.pk)
    now.replan({"cost": long}, since=now.sequence, by=by, is_small=False, because=long[:300])


def _open(title: str, places: int, ada: Person) -> Gathering:
    gathering = Gathering.begin(title, by=ada)
    plan = {"day": clock.now().date() + timedelta(days=40), "venue": "The Old School"}
    gathering.replan(plan, since=gathering.sequence, by=ada, is_small=False)
    turns.publish(gathering, by=ada)
    open_booking(gathering, by=ada, now=clock.now(), places=places, **HOW)
    gathering.refresh_from_db()
    return gathering


def _states(packed: Gathering, bo: Person) -> dict[str, str]:
    now = clock.now()
    over, kept = (keep_a_place(packed, PlaceRequest(name, f"{name}@example.com"), now=now) for name in ("over", "kept"))
    coming = keep_a_place(packed, PlaceRequest("Bo", bo.email or "", needs="No stairs."), now=now, person=bo)
    offered, waiting = (
        keep_a_place(packed, PlaceRequest(name, f"{name}@example.com"), now=now) for name in ("one", "two")
    )
    give_up(over, State.CANCELLED, now=now, by=None)
    again = keep_a_place(packed, PlaceRequest("kept", "kept@example.com", line="I come by train."), now=now)
    bookings = {"over": over, "kept": kept, "again": again, "coming": coming, "offered": offered, "waiting": waiting}
    return {f"place {state}": booking.get_absolute_url() for state, booking in bookings.items()}
