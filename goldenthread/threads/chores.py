"""What happens to introductions and new threads by itself: e-mails, and forgetting. Each e-mail is claimed, and written once."""

from collections.abc import Callable
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from goldenthread.outbox.models import Email
from goldenthread.outbox.post import Refused
from goldenthread.people.models import Person
from goldenthread.threads import emails, rules
from goldenthread.threads.introducing import pause
from goldenthread.threads.models import Asking, Introduction, SuggestionRound, ThreadNews, Weave
from goldenthread.threads.new_threads import new_threads_of
from goldenthread.threads.weave_counts import count_the_weave

EMAILS_IN_A_ROUND = 200
A_DAY = timedelta(days=1)


def ask(now: datetime) -> None:
    """Both of those who might like to meet, each alone."""
    for asking in Asking.objects.to_ask().with_introduction().order_by("pk")[:EMAILS_IN_A_ROUND]:
        _ask(asking, now)


def tell(now: datetime) -> None:
    """Both that both have said yes."""
    for asking in Asking.objects.to_tell().with_introduction().order_by("pk")[:EMAILS_IN_A_ROUND]:
        _write(emails.introduced, asking, told_at=now)


def tell_of_new_threads(now: datetime) -> None:
    """Each once, of all that began for them meanwhile: after a gathering, that is one e-mail."""
    owed = ThreadNews.objects.to_tell().order_by("person").values_list("person", flat=True).distinct()
    for person in Person.objects.filter(pk__in=list(owed[:EMAILS_IN_A_ROUND])).order_by("pk"):
        _tell_of_new_threads(person, now)


def ask_whether_they_met(now: datetime) -> None:
    """Three weeks later, unless it has ended meanwhile."""
    for asking in Asking.objects.to_wonder_about(now).with_introduction().order_by("pk")[:EMAILS_IN_A_ROUND]:
        _write(emails.did_you_meet, asking, wondered_at=now)


def suggest(now: datetime) -> None:
    """Once a month, by whichever worker comes first. Another takes over where one stopped in the middle."""
    from goldenthread.threads.suggesting import suggest as suggest_introductions  # noqa: PLC0415

    month = timezone.localdate(now).replace(day=1)
    # The claim goes by the real clock: it is about workers.
    if this_month := SuggestionRound.claim(month, timezone.now()):
        pairs = suggest_introductions(now)
        SuggestionRound.objects.filter(pk=this_month.pk).update(done_at=timezone.now(), pairs=F("pairs") + pairs)


def weave(now: datetime) -> None:
    """Once a day: whoever looks in between sees nobody come or go."""
    if not Weave.objects.filter(counted_at__gt=now - A_DAY).exists():
        count_the_weave(now)


@transaction.atomic
def forget_introductions(now: datetime) -> None:
    """Three months later nobody needs to know who was asked and what they said. That the house suggested two is remembered,
    so that it never does so again."""
    old = Introduction.objects.to_forget(now)
    Asking.objects.filter(introduction__in=old.values("pk")).delete()
    old.filter(agreed_at=None, by__isnull=False).delete()
    old.exclude(why="").update(why="")


def forget_news(now: datetime) -> None:
    """Who has not answered by now was asked long enough."""
    ThreadNews.objects.to_forget(now).delete()


@transaction.atomic
def _tell_of_new_threads(person: Person, now: datetime) -> None:
    untold = ThreadNews.objects.to_tell().filter(person=person)
    keys = list(untold.values_list("pk", flat=True))
    mine = ThreadNews.objects.filter(pk__in=keys, told_at=None).update(told_at=now)
    # Another worker was quicker. With some of them it would be two e-mails: the next round looks again.
    transaction.set_rollback(0 < mine < len(keys))
    new = new_threads_of(person, among=keys)
    if mine == len(keys) and new and person.email:
        emails.new_threads(person, new)


@transaction.atomic
def _ask(asking: Asking, now: datetime) -> None:
    pair = asking.introduction.pair
    would_be_asked = (
        rules.likes_introductions(asking.person) if asking.introduction.is_asked_for else rules.would_be_asked(pair)
    )
    if not (rules.are_free(pair) and would_be_asked):
        # Something came between since they were thought of. Nobody is told, and nobody waits.
        Asking.objects.to_ask().filter(pk=asking.pk).delete()
        return
    if email := _write(emails.question_of(asking.introduction), asking, asked_at=now):
        Asking.objects.filter(pk=asking.pk).update(letter=email)


@transaction.atomic
def _write(write: Callable[[Asking], Email], asking: Asking, **claim: datetime) -> Email | None:
    """None where another worker was quicker, where there is no address, and where no such e-mail is wanted."""
    mine = Asking.objects.filter(pk=asking.pk, **dict.fromkeys(claim)).update(**claim)
    if not (mine and asking.person.email):
        return None
    try:
        return write(asking)
    except Refused:
        if asking.introduction.by_id is None:
            pause(asking.person)
        return None
