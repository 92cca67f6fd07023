"""A house that was brought back does again what people asked for after the backup was made, and holds what it owed."""

from django.conf import settings
from django.core.management import call_command
from django.db import connection

from goldenthread.desk.safekeeping.debts import hold_what_is_owed
from goldenthread.kit import house, wishes
from goldenthread.kit.secret import kept_secret
from goldenthread.outbox.models import Refusal
from goldenthread.outbox.models.refusal import REFUSED, WELCOME
from goldenthread.people.leaving import GONE, forget_again
from goldenthread.people.merging_people import JOINED, merge_again, with_pages_joined

# There while this is left to do: should the machine stop in the middle, the house does not open before it is done.
TO_DO = "wishes-to-grant-again"


def remember_to_do() -> None:
    """Before the old house takes its place."""
    (settings.DATA_DIR / TO_DO).touch()


def do_them_again() -> None:
    """Pages that were joined are joined, whoever left is forgotten, and what was refused is refused again. Safe twice."""
    to_do = settings.DATA_DIR / TO_DO
    if not to_do.exists():
        return
    if not settings.GIVEN_SECRET_KEY:
        # The key came back with the house: only under that one are the wishes recognised.
        settings.SECRET_KEY = kept_secret(settings.DATA_DIR / "secret.key")
    # Its tables may be older than what we know.
    call_command("migrate", verbosity=0, interactive=False)
    house.forget()
    wished = _last_words()
    for matter, wish in wished.items():
        if wish in (REFUSED, WELCOME):
            Refusal.take_up(wish, *matter)
    joined = [(matter[0], matter[1]) for matter, wish in wished.items() if wish == JOINED]
    merge_again(joined)
    forget_again(with_pages_joined({matter[0] for matter, wish in wished.items() if wish == GONE}, joined))
    hold_what_is_owed()
    connection.close()
    to_do.unlink()


def _last_words() -> dict[tuple[str, ...], str]:
    """What was wished last in each matter."""
    return {tuple(matter): wish for wish, *matter in wishes.all_of_them()}
