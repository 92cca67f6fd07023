"""What finds no place says why, in a sentence; and so does a programme of which no draft can be made."""

from goldenthread.gatherings.programme.draft_runs import draft
from goldenthread.gatherings.programme.models import RoomClosure, SessionKind
from goldenthread.gatherings.programme.tests.drafts import at, away, reasons_of


def test_what_is_longer_than_any_while_says_so(with_hours, a_session, hall, ada):
    a_session("Endless", minutes=480)

    run = draft(with_hours, keeps_placed=True, by=ada)

    assert reasons_of(run) == {
        "Endless": "It takes 480 minutes, and nowhere is so long a while without something for everybody."
    }


def test_somebody_who_is_not_there_before_noon_is_named(with_hours, brought, a_session, held, hall, ada):
    held(a_session("All afternoon", minutes=270), "12:00", hall, is_pinned=True)
    away(brought("Eleven chairs", "Jude Oakmoor"), "09:30", "12:00")

    run = draft(with_hours, keeps_placed=True, by=ada)

    assert reasons_of(run) == {"Eleven chairs": "Jude Oakmoor can’t be there before 12:00, and no room is free after."}


def test_somebody_who_has_to_go_early_is_named(with_hours, brought, a_session, held, hall, ada):
    held(a_session("All morning", minutes=150), "09:30", hall, is_pinned=True)
    away(brought("Eleven chairs", "Jude Oakmoor"), "12:00", "16:30")

    run = draft(with_hours, keeps_placed=True, by=ada)

    assert reasons_of(run) == {"Eleven chairs": "Jude Oakmoor can’t be there after 12:00, and no room is free before."}


def test_somebody_who_is_never_there_is_named(with_hours, brought, hall, ada):
    away(brought("Eleven chairs", "Jude Oakmoor"), "08:00", "17:00")

    run = draft(with_hours, keeps_placed=True, by=ada)

    assert reasons_of(run) == {"Eleven chairs": "Jude Oakmoor can’t be there at any time when it would fit."}


def test_a_full_house_is_said(with_hours, a_session, hall, ada):
    a_session("One", minutes=420)
    a_session("Two", minutes=420)

    run = draft(with_hours, keeps_placed=True, by=ada)

    assert list(reasons_of(run).values()) == ["No room is free for 420 minutes."]


def test_somebody_who_is_elsewhere_whenever_a_room_is_free_is_named(with_hours, brought, held, hall, library, ada):
    held(brought("All day", "Jude Oakmoor", minutes=420), "09:30", hall, is_pinned=True)
    brought("Eleven chairs", "Jude Oakmoor")

    run = draft(with_hours, keeps_placed=True, by=ada)

    assert reasons_of(run) == {"Eleven chairs": "Whenever a room is free, Jude Oakmoor would be in another session."}


def test_a_room_that_is_closed_all_day_is_said(with_hours, a_session, hall, ada):
    RoomClosure.objects.create(room=hall, starts_at=at("08:00"), ends_at=at("17:00"))
    a_session("One", minutes=45)

    run = draft(with_hours, keeps_placed=True, by=ada)

    assert reasons_of(run) == {"One": "No room is open for 45 minutes when it could be."}


def trouble_of(gathering, by):
    run = draft(gathering, keeps_placed=True, by=by)
    return run.has_failed, run.content["trouble"]


def test_without_rooms_there_is_no_draft(with_hours, a_session, ada):
    a_session("One")

    assert trouble_of(with_hours, ada) == (True, "rooms")


def test_without_hours_there_is_no_draft(spring, a_session, hall, ada):
    spring.from_time = None
    a_session("One")

    assert trouble_of(spring, ada) == (True, "hours")


def test_without_sessions_there_is_no_draft(with_hours, hall, ada):
    assert trouble_of(with_hours, ada) == (True, "nothing")


def test_where_everything_is_for_everybody_there_is_no_draft(with_hours, a_session, held, hall, ada):
    a_session("One")
    held(a_session("Lunch", kind=SessionKind.BREAK, minutes=600), "09:00")

    assert trouble_of(with_hours, ada) == (True, "full")
