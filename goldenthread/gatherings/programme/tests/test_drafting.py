"""What the machine is asked, and what comes of it: pins stay, nothing overlaps, absences and breaks are kept."""

from datetime import date, time
from itertools import combinations

from goldenthread.gatherings.programme.draft_in_words import drafted_days
from goldenthread.gatherings.programme.draft_runs import carry_out, draft
from goldenthread.gatherings.programme.drafted import drafted
from goldenthread.gatherings.programme.drafting_hours import hours_of, stretches
from goldenthread.gatherings.programme.drafting_input import coarsest_slot, to_place_of
from goldenthread.gatherings.programme.loading import programme_of
from goldenthread.gatherings.programme.models import DraftRun, RoomClosure, SessionKind
from goldenthread.gatherings.programme.tests.drafts import at, lines_of, reasons_of, span, whole


def test_sessions_are_held_between_what_is_for_everybody(with_hours, a_session, held, hall):
    held(a_session("Lunch", kind=SessionKind.BREAK, minutes=60), "12:30")
    held(a_session("An open hour", kind=SessionKind.OPEN_HOUR), "14:00", hall)

    assert stretches(programme_of(with_hours)) == [span("09:30", "12:30"), span("13:30", "16:30")]


def test_while_the_plan_knows_no_hours_there_are_none(spring):
    spring.from_time = spring.to_time = None

    assert hours_of(spring) == []


def test_of_several_days_nobody_is_kept_up_at_night(with_hours):
    with_hours.last_day = date(2027, 4, 22)

    hours = [(part.starts_at.hour + 1, part.ends_at.hour + 1) for part in hours_of(with_hours)]

    assert hours == [(9, 18), (9, 18), (9, 16)]


def test_a_night_is_one_while_past_midnight(with_hours):
    with_hours.from_time, with_hours.to_time, with_hours.last_day = time(20), time(2), date(2027, 4, 21)

    [night] = hours_of(with_hours)

    assert (night.ends_at - night.starts_at).seconds == 6 * 3600


def test_sessions_begin_together_where_their_lengths_allow_it(with_hours, a_session):
    a_session("Short", minutes=45)
    a_session("Long", minutes=90)

    assert coarsest_slot(to_place_of(programme_of(with_hours), keeps_placed=True)) == 45


def test_a_slot_is_a_quarter_of_an_hour_at_least(with_hours, a_session):
    a_session("Short", minutes=20)
    a_session("Long", minutes=45)

    assert coarsest_slot(to_place_of(programme_of(with_hours), keeps_placed=True)) == 15


def test_the_morning_is_filled_first_and_sessions_begin_together(with_hours, a_session, hall, library, ada):
    for n in range(6):
        a_session(f"Story {n}", minutes=45)

    run = draft(with_hours, keeps_placed=True, by=ada)

    assert sorted(hours for hours, _room in lines_of(run).values()) == sorted(
        2 * ["9:30–10:15", "10:15–11:00", "11:00–11:45"]
    )


def test_nobody_is_in_two_sessions_at_once_and_no_room_is_taken_twice(with_hours, brought, hall, library, ada):
    for n in range(12):
        brought(f"Story {n}", f"V{n % 5} Oakmoor", minutes=30 + 15 * (n % 3))

    run = draft(with_hours, keeps_placed=True, by=ada)

    programme = programme_of(with_hours)
    lines = [line for day in drafted_days(programme, run) for line in day.lines]
    at_once = [(a, b) for a, b in combinations(lines, 2) if whole(a).meets(whole(b))]
    assert (run.is_done, len(lines), reasons_of(run)) == (True, 12, {})
    assert [a for a, b in at_once if a.room == b.room or a.names == b.names] == []


def test_a_pin_is_never_moved_and_what_is_placed_stays_if_it_is_to(with_hours, a_session, held, hall, ada):
    pinned, placed = a_session("Pinned"), a_session("Placed")
    held(pinned, "10:00", hall, is_pinned=True)
    held(placed, "10:45", hall)
    a_session("New")

    keeps, loose = (draft(with_hours, keeps_placed=keeps, by=ada) for keeps in (True, False))

    assert set(lines_of(keeps)) == {"New"}
    assert set(lines_of(loose)) >= {"New"}
    assert "Pinned" not in lines_of(loose)


def test_what_nobody_brings_stays_where_the_convenors_put_it(with_hours, a_session, brought, held, hall, ada):
    held(a_session("Welcome"), "14:15", hall)
    held(brought("Bread", "Una Oakmoor"), "15:00", hall)

    run = draft(with_hours, keeps_placed=False, by=ada)

    assert lines_of(run) == {"Bread": ("9:30–10:15", "Main hall")}


def test_what_stands_already_keeps_its_voices_and_its_room(with_hours, brought, held, hall, ada):
    held(brought("All morning", "Jude Oakmoor", minutes=180), "09:30", hall, is_pinned=True)
    RoomClosure.objects.create(room=hall, starts_at=at("14:00"), ends_at=at("16:30"))
    brought("Eleven chairs", "Jude Oakmoor", minutes=60)

    run = draft(with_hours, keeps_placed=True, by=ada)

    assert lines_of(run) == {"Eleven chairs": ("12:30–13:30", "Main hall")}


def test_the_smaller_room_is_taken_where_it_is_large_enough(with_hours, a_session, hall, library, ada):
    a_session("Few", most_people=12)
    a_session("Many", most_people=120)

    run = draft(with_hours, keeps_placed=True, by=ada)

    assert {title: room for title, (_hours, room) in lines_of(run).items()} == {
        "Few": "The library",
        "Many": "Main hall",
    }


def test_a_session_that_is_held_twice_is_not_held_twice_at_once(with_hours, a_session, held, hall, library, ada):
    twice = a_session("Twice", "Priya Ashdown", minutes=200)
    held(twice, "09:30", hall, number=1, is_pinned=True)
    held(twice, "09:30", library, number=2)

    run = draft(with_hours, keeps_placed=False, by=ada)

    assert lines_of(run) == {"Twice": ("12:50–16:10", "The library")}


def test_the_seed_in_the_row_gives_the_same_draft_again(with_hours, brought, hall, library, ada):
    for n in range(9):
        brought(f"Story {n}", f"V{n % 4} Oakmoor", minutes=30 + 15 * (n % 3), most_people=20 * n)
    first = draft(with_hours, keeps_placed=True, by=ada)
    again = DraftRun.objects.create(
        gathering=with_hours, number=2, seed=first.seed, seconds=first.seconds, iterations=first.iterations
    )
    carry_out(again)
    again.refresh_from_db()

    assert (again.content, again.turns) == (first.content, first.turns)


def test_how_many_hope_for_two_sessions_is_weighed(with_hours, a_session, hall, library, ada):
    sessions = [a_session(title, minutes=210) for title in ("One", "Two")]
    interest = {(sessions[0].pk, sessions[1].pk): 9}
    programme = programme_of(with_hours)
    run = DraftRun(gathering=with_hours, number=1, seed=1, seconds=5, iterations=500)

    outcome, _turns = drafted(programme, run, lambda share: False, interest)

    assert len({move["from_time"] for move in outcome["moves"]}) == 2
