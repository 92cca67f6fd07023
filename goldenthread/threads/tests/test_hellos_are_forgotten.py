"""What is kept of a hello goes in time, and with whoever wrote it."""

from datetime import timedelta

from goldenthread.kit import clock
from goldenthread.outbox.chores import forget_old_emails
from goldenthread.people.chores import forget_hellos
from goldenthread.people.leaving import leave
from goldenthread.people.models import Hello
from goldenthread.threads.tests.hellos import hellos


def test_nothing_of_it_stays(ada_writes, home):
    ada_writes()
    later = clock.now() + timedelta(days=60, minutes=1)

    forget_hellos(later)
    forget_old_emails(later)

    assert (Hello.objects.count(), hellos().count()) == (0, 0)


def test_what_i_wrote_goes_with_me(ada_writes, ada):
    ada_writes()

    leave(ada)

    assert (Hello.objects.count(), hellos().count()) == (0, 0)
