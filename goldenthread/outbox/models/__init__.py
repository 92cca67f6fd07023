from goldenthread.outbox.models.circular import Circular
from goldenthread.outbox.models.circular_facts import CircularPreview, Dispatch, Halt
from goldenthread.outbox.models.circular_receiver import CircularReceiver
from goldenthread.outbox.models.email import NOBODY_KNOWS, Email, EmailQuerySet, new_message_id
from goldenthread.outbox.models.mailing import Mailing, MailingQuerySet
from goldenthread.outbox.models.outage import Outage
from goldenthread.outbox.models.refusal import Refusal

__all__ = [
    "NOBODY_KNOWS",
    "Circular",
    "CircularPreview",
    "CircularReceiver",
    "Dispatch",
    "Email",
    "EmailQuerySet",
    "Halt",
    "Mailing",
    "MailingQuerySet",
    "Outage",
    "Refusal",
    "new_message_id",
]
