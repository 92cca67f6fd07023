"""What a house owed when its backup was made may have been sent since: it waits for a keeper, whichever room owes it."""

from goldenthread.desk.duties import DUTIES
from goldenthread.desk.working import Worker
from goldenthread.outbox.chores import send_emails
from goldenthread.outbox.held_emails import RESTORED, holding
from goldenthread.outbox.models import Email

# Everything that writes e-mails by itself, now and in rooms to come. Nothing is sent, and nothing long is begun.
WRITING = tuple(duty for duty in DUTIES if duty.chore is not send_emails and not duty.is_long)


def hold_what_is_owed() -> None:
    """Whatever fell due before this moment becomes an e-mail that is held. What falls due later cannot have gone: it goes.

    Each chore writes some e-mails and leaves the rest for later, so we ask until no more come. Safe twice.
    """
    before = -1
    with holding(RESTORED):
        while (number := Email.objects.count()) != before:
            before = number
            Worker(WRITING).work_once()
