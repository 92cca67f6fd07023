from goldenthread.outbox.models.circular import Circular
from goldenthread.outbox.models.circular_facts import CircularPreview, Dispatch, Halt
from goldenthread.outbox.models.circular_receiver import CircularReceiver
from goldenthread.outbox.models.letter import NOBODY_KNOWS, Letter, LetterQuerySet, new_message_id
from goldenthread.outbox.models.mailing import Mailing, MailingQuerySet
from goldenthread.outbox.models.refusal import Refusal

__all__ = [
    "NOBODY_KNOWS",
    "Circular",
    "CircularPreview",
    "CircularReceiver",
    "Dispatch",
    "Halt",
    "Letter",
    "LetterQuerySet",
    "Mailing",
    "MailingQuerySet",
    "Refusal",
    "new_message_id",
]
