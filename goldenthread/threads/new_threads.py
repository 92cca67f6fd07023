"""Threads that began because both ticked each other: told to both, who are asked how they may be reached."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from django.db import transaction

from goldenthread.people.models import Person, Portrait
from goldenthread.threads import in_words
from goldenthread.threads.mine import Tie, key_of_tie
from goldenthread.threads.models import Side, ThreadNews, Who, key_of, pair_of
from goldenthread.threads.what_i_see import seen_by


@dataclass(frozen=True)
class NewThread:
    """Somebody with whom I have a new thread, as I may know them; where it began, and the key of its page."""

    person: int
    key: str
    name: str
    where: str
    gathering: str


def new_threads_of(person: Person, *, among: Collection[int] | None = None) -> list[NewThread]:
    """Those of which I have not said how I may be reached; or those of some news. In as many queries, however many."""
    news = ThreadNews.objects.of(person).order_by("-thread__at", "pk")
    threads = [row.thread for row in (news if among is None else news.filter(pk__in=among))]
    if not threads:
        return []
    seen = seen_by(person, [thread.other_than(person) for thread in threads])
    return [
        NewThread(
            other,
            key_of_tie(person.pk, other),
            seen[other].name,
            in_words.place(thread.where, None),
            thread.where.label,
        )
        for thread in threads
        if (other := thread.other_than(person)) in seen
    ]


def is_still_asked(tie: Tie) -> bool:
    """Whether I have not said yet how the other may reach me."""
    return ThreadNews.objects.of_pair(pair_of(tie.me, tie.other)).filter(person=tie.me).exists()


@transaction.atomic
def let_reach(person: Person, other: Who, reach: str) -> None:
    """How the other may reach me while our thread lasts; nothing is "only through this site". It can be changed at any time."""
    if not reach:
        # Through this site they are found by their page.
        Portrait.objects.get_or_create(person=person)
    Side.objects.update_or_create(owner=person, whom_id=key_of(other), defaults={"reach": reach})
    ThreadNews.objects.of_pair(pair_of(person, other)).filter(person=person).delete()
