"""A thread begins when both have said yes: by a mark that each set for the other, or by an introduction."""

from datetime import datetime

from django.db import transaction

from goldenthread.journal.note import note
from goldenthread.threads import keep_apart
from goldenthread.threads.models import Ending, Thread, ThreadNews, Where, Who, pair_of


@transaction.atomic
def begin(one: Who, other: Who, *, where: Where, at: datetime, is_news: bool = False) -> Thread | None:
    """Both agreed at this moment. Twice is once. `is_news`: both are still to be told, and asked how they may be reached.

    Nothing begins where one of them would rather be apart, nor by a yes from before it ended: an old list that arrives late
    undoes nobody's ending. Whoever asked for it is told no more than of any yes that was not answered.
    """
    pair = pair_of(one, other)
    if keep_apart.pairs_among(pair) or Ending.objects.of_pair(pair).filter(at__gte=at).exists():
        return None
    began_anew, _rows = Ending.objects.of_pair(pair).delete()
    begun = where.columns() | {"at": at}
    thread, is_new = Thread.objects.get_or_create(one_id=pair[0], other_id=pair[1], defaults=begun)
    if began_anew and not is_new:
        Thread.objects.filter(pk=thread.pk).update(**begun)
        thread.refresh_from_db()
    if is_new or began_anew:
        note(None, "began", thread)
        if is_news:
            tell_both(thread)
    return thread


def tell_both(thread: Thread) -> None:
    """In one statement: neither hears of it before the other."""
    thread.news.all().delete()
    ThreadNews.objects.bulk_create(ThreadNews(thread=thread, person_id=key) for key in thread.pair)
