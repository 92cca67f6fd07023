"""Everything that happens by itself in this house."""

from django.utils import timezone

from goldenthread.desk.working import Duty
from goldenthread.gatherings.afterwards import chores as afterwards
from goldenthread.gatherings.bookings import chores as bookings
from goldenthread.gatherings.day import chores as day
from goldenthread.gatherings.plan.chores import forget_invitations, send_changes, tell_followers, write_to_invited
from goldenthread.gatherings.programme import chores as programme
from goldenthread.gatherings.signup import chores as signup
from goldenthread.gatherings.tables import chores as tables
from goldenthread.gatherings.voices import chores as voices
from goldenthread.kit import clock
from goldenthread.outbox.chores import forget_old_emails, send_emails, write_circulars
from goldenthread.people.chores import (
    forget_allowances,
    forget_ended_sessions,
    forget_for_good,
    forget_hellos,
    forget_paper_codes,
    forget_sign_in_links,
)
from goldenthread.threads import chores as threads

MINUTE, HOUR = 60.0, 60 * 60.0

# In the order in which it is done.
DUTIES = (
    Duty(tables.mix_tables, clock.now, is_long=True),
    Duty(programme.draft_programmes, clock.now, is_long=True),
    Duty(send_changes, clock.now),
    Duty(tell_followers, clock.now),
    Duty(write_to_invited, clock.now),
    Duty(bookings.remind, clock.now),
    Duty(bookings.remind_of_the_day, clock.now),
    Duty(bookings.release, clock.now),
    Duty(bookings.move_lines, clock.now),
    Duty(tables.seat_newcomers, clock.now),
    Duty(voices.remind_of_the_end, clock.now),
    Duty(tables.tell_of_changed_tables, clock.now),
    Duty(tables.tell_of_noted_wishes, clock.now),
    Duty(programme.name_those_who_joined, clock.now),
    Duty(programme.tell_voices, clock.now),
    Duty(bookings.write_emails, clock.now),
    Duty(voices.tell_of_decisions, clock.now),
    Duty(voices.tell_of_departures, clock.now),
    Duty(voices.tell_of_co_voices, clock.now),
    Duty(signup.draw_sessions, clock.now),
    Duty(signup.move_session_lists, clock.now),
    Duty(signup.write_of_sessions, clock.now),
    Duty(threads.suggest, clock.now, at_most_every=HOUR),
    Duty(threads.ask, clock.now),
    Duty(threads.tell, clock.now),
    Duty(threads.tell_of_new_threads, clock.now),
    Duty(threads.ask_whether_they_met, clock.now, at_most_every=HOUR),
    Duty(write_circulars, clock.now),
    Duty(send_emails, timezone.now),
    Duty(bookings.count_sectors, clock.now, at_most_every=HOUR),
    Duty(bookings.forget_needs, clock.now, at_most_every=HOUR),
    Duty(bookings.forget_answers, clock.now, at_most_every=HOUR),
    Duty(bookings.forget_shown_names, clock.now, at_most_every=HOUR),
    Duty(bookings.forget_bookings, clock.now, at_most_every=HOUR),
    Duty(bookings.forget_presses, clock.now, at_most_every=HOUR),
    Duty(day.write_down_encounters, clock.now, at_most_every=MINUTE),
    Duty(day.tie_threads, clock.now, at_most_every=MINUTE),
    Duty(afterwards.tell_of_certificates, clock.now),
    Duty(afterwards.forget_certificates, clock.now, at_most_every=HOUR),
    Duty(day.forget_ticks, clock.now, at_most_every=HOUR),
    Duty(day.forget_day_sheets, clock.now, at_most_every=HOUR),
    Duty(day.forget_unread_lines, clock.now, at_most_every=HOUR),
    Duty(voices.forget_call_answers, clock.now, at_most_every=HOUR),
    Duty(voices.forget_refused, clock.now, at_most_every=MINUTE),
    Duty(voices.forget_readings, clock.now, at_most_every=HOUR),
    Duty(signup.forget_session_wishes, clock.now, at_most_every=HOUR),
    Duty(voices.forget_voices, clock.now, at_most_every=HOUR),
    Duty(tables.forget_wishes, clock.now, at_most_every=HOUR),
    Duty(threads.forget_introductions, clock.now, at_most_every=HOUR),
    Duty(threads.forget_news, clock.now, at_most_every=HOUR),
    Duty(threads.weave, clock.now, at_most_every=HOUR),
    Duty(forget_invitations, clock.now, at_most_every=HOUR),
    Duty(forget_sign_in_links, timezone.now, at_most_every=HOUR),
    Duty(forget_allowances, timezone.now, at_most_every=HOUR),
    Duty(forget_ended_sessions, timezone.now, at_most_every=HOUR),
    Duty(forget_old_emails, clock.now, at_most_every=HOUR),
    Duty(forget_hellos, clock.now, at_most_every=HOUR),
    Duty(forget_paper_codes, timezone.now, at_most_every=HOUR),
    Duty(forget_for_good, timezone.now, at_most_every=HOUR),
)
