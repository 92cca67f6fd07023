"""In the sample a reminder has gone where the clock stands a week before."""

from django.utils import timezone

from goldenthread.desk.sample.going_back import take_away
from goldenthread.desk.sample.living import live
from goldenthread.desk.sample.loading import load
from goldenthread.desk.sample_clock import BY_WORD
from goldenthread.gatherings.bookings import chores
from goldenthread.kit import clock
from goldenthread.outbox.models import Email


def test_a_week_before_the_first_reminder_has_gone_and_goes_again_if_it_is_gone_back(db):
    load(timezone.now())

    def reminders():
        chores.remind_of_the_day(clock.now())
        chores.write_emails(clock.now())
        return Email.objects.filter(kind="booking: ahead").count()

    live(BY_WORD["a-week-before"].moment)
    gone = reminders()
    take_away(BY_WORD["planning"].moment)
    live(BY_WORD["planning"].moment)
    assert (gone > 0, reminders()) == (True, 0)

    live(BY_WORD["a-week-before"].moment)

    assert reminders() == gone
