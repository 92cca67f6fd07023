"""What happens by itself about voices."""

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.voices import co_voice_news, departure_emails
from goldenthread.gatherings.voices.ending_calls import remind_drafts_of
from goldenthread.gatherings.voices.models import (
    Call,
    CallQuestion,
    Contribution,
    OwedAnswer,
    Readership,
    Reading,
    Voice,
)
from goldenthread.gatherings.voices.offer_rules import goes_ahead
from goldenthread.gatherings.voices.telling_decisions import write_owed
from goldenthread.kit.replying import noes_that_count

KEPT_FOR = timedelta(days=365)


READINGS_ARE_KEPT_FOR = timedelta(days=14)


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


def tell_of_decisions(_now: datetime) -> None:
    """All that is owed at this moment, so that a yes and a no arrive in the same minute. Each once, whoever else writes."""
    for owed in OwedAnswer.objects.by_email():
        write_owed(owed)


def tell_of_departures(now: datetime) -> None:
    """The convenors, once a no counts: whoever would bring something that is in left it, or stepped back."""
    moment = noes_that_count(now)
    gone = Voice.objects.all().departed_untold(moment).select_related("person", "contribution__gathering")
    for voice in gone.order_by("pk"):
        with transaction.atomic():
            mine = Voice.objects.all().departed_untold(moment).filter(pk=voice.pk)
            claimed = Voice.objects.filter(pk__in=list(mine.values_list("pk", flat=True)), departure_told_at=None)
            if claimed.update(departure_told_at=now) and goes_ahead(voice.contribution.gathering, now):
                departure_emails.departed(voice)


def tell_of_co_voices(now: datetime) -> None:
    """Whoever offered something: who brings it with them, or not any more."""
    co_voice_news.tell_of_co_voices(now)


def forget_readings(now: datetime) -> None:
    """Two weeks after the day nobody needs to know who read, or what they thought of it."""
    over = over_since(now - READINGS_ARE_KEPT_FOR)
    Reading.objects.filter(contribution__gathering__in=over).delete()
    dateless = Q(gathering__day=None, until__lt=now - KEPT_FOR)
    Readership.objects.filter(Q(gathering__in=over) | dateless).delete()


def over_since(moment: datetime) -> QuerySet[Gathering]:
    day = timezone.localdate(moment)
    return Gathering.objects.filter(Q(last_day__lt=day) | Q(last_day=None, day__lt=day))


def forget_voices(now: datetime) -> None:
    """A year after the day: what people offered, and all that hangs on it. A session that was held keeps its own words."""
    dateless = Q(gathering__day=None, begun_at__lt=now - KEPT_FOR)
    Contribution.objects.filter(Q(gathering__in=over_since(now - KEPT_FOR)) | dateless).delete()


def forget_refused(now: datetime) -> None:
    """What was put down for somebody who says that it is not theirs. A no can be undone for a quarter of an hour."""
    refused = Contribution.objects.all().refused_by_all(noes_that_count(now)).values_list("pk", flat=True)
    Contribution.objects.filter(pk__in=list(refused)).delete()
