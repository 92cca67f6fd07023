from datetime import datetime

from goldenthread.people.models import Introductions, Person, Portrait
from goldenthread.threads import keep_apart
from goldenthread.threads.acquaintance import met_by
from goldenthread.threads.models import Asking, Ending, Pair, Thread
from goldenthread.threads.models.introduction import OPEN_FOR

# What somebody said about introductions that ends every question.
IN_PEACE = {Introductions.NO, Introductions.NOT_NOW}


def may_introduce(by: Person, one: int, other: int) -> bool:
    """Only two different people whom one has met, and with whom it has not ended."""
    return one != other and met_by(by, {one, other}) == {one, other}


def are_free(pair: Pair) -> bool:
    """Nobody wishes them apart, nothing ended between them, and they have no thread yet."""
    known = Ending.objects.of_pair(pair).exists() or Thread.objects.of_pair(pair).exists()
    return not known and not keep_apart.pairs_among(pair)


def would_be_asked(pair: Pair) -> bool:
    """Both are here, and neither said that they would rather not be introduced."""
    present = Person.objects.filter(pk__in=pair, is_active=True, joined_at__isnull=False).count()
    return present == len(pair) and not Portrait.objects.filter(person__in=pair, introductions__in=IN_PEACE).exists()


def likes_introductions(person: Person) -> bool:
    """They are here, and said on their page that they would like to be introduced."""
    is_here = person.is_active and person.joined_at is not None
    return is_here and Portrait.objects.of(person).filter(introductions=Introductions.YES).exists()


def may_answer(asking: Asking, now: datetime) -> bool:
    """Until both have said yes, it is too late, or they have said no: a no is a no."""
    introduction = asking.introduction
    in_time = introduction.at >= now - OPEN_FOR
    return in_time and introduction.agreed_at is None and asking.answer != Asking.Answer.NO
