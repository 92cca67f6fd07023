"""What happens by itself about voices."""

from datetime import datetime, timedelta

from django.db.models import Q
from django.utils import timezone

from goldenthread.gatherings.voices.ending_calls import remind_drafts_of
from goldenthread.gatherings.voices.models import Call, CallQuestion, Contribution
from goldenthread.kit.replying import noes_that_count

KEPT_FOR = timedelta(days=365)


def remind_of_the_end(now: datetime) -> None:
    """Three days before a call ends: whoever has begun something and not sent it, once."""
    for call in Call.objects.is_open_at(now).with_its_gathering().order_by("pk"):
        remind_drafts_of(call, now)


def forget_call_answers(now: datetime) -> None:
    """Each on the day that stood beside its question."""
    questions = CallQuestion.objects.answered().select_related("call__gathering__postponement")
    for question in questions.order_by("pk"):
        if question.is_past(question.call.gathering, now):
            question.answers.all().delete()


def forget_voices(now: datetime) -> None:
    """A year after the day: what people offered, and all that hangs on it. A session that was held keeps its own words."""
    day = timezone.localdate(now - KEPT_FOR)
    over = Q(gathering__last_day__lt=day) | Q(gathering__last_day=None, gathering__day__lt=day)
    dateless = Q(gathering__day=None, begun_at__lt=now - KEPT_FOR)
    Contribution.objects.filter(over | dateless).delete()


def forget_refused(now: datetime) -> None:
    """What was put down for somebody who says that it is not theirs. A no can be undone for a quarter of an hour."""
    refused = Contribution.objects.all().refused_by_all(noes_that_count(now)).values_list("pk", flat=True)
    Contribution.objects.filter(pk__in=list(refused)).delete()
