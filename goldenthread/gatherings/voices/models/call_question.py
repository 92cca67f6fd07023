from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Count, Q
from django.utils.translation import gettext_lazy as _

from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.plan.models.own_question import KEPT_SO_LONG_AT_MOST, OwnQuestion, Shape
from goldenthread.gatherings.voices.models.call import Call
from goldenthread.gatherings.voices.models.contribution import Contribution
from goldenthread.kit.sealed import SealedTextField

if TYPE_CHECKING:
    from django_stubs_ext.db.models.manager import RelatedManager

# A draft is its voices' alone.
IS_SENT = {"contribution__sent_at__isnull": False, "contribution__withdrawn_at": None}


class SeenBy(models.TextChoices):
    """Who sees what people answer to a question of a call."""

    CONVENORS = "convenors", _("The convenors")
    READERS = "readers", _("The convenors, and those who read what people offer")
    EVERYBODY = "everybody", _("Everybody, once it’s in the programme")


SEEN_BY_IN_WORDS = {
    SeenBy.CONVENORS: _("Seen by the convenors. %(until)s"),
    SeenBy.READERS: _("Seen by the convenors, and by those who read what people offer. %(until)s"),
    SeenBy.EVERYBODY: _("Seen by everybody, once it’s in the programme. %(until)s"),
}


class CallQuestionQuerySet(models.QuerySet["CallQuestion"]):
    """Questions about what convenors ask in a call."""

    def in_call(self, call: Call) -> CallQuestionQuerySet:
        return self.filter(call=call)

    def still_asked(self) -> CallQuestionQuerySet:
        return self.filter(ended_at=None)

    def in_order(self) -> CallQuestionQuerySet:
        return self.order_by("at", "pk")

    def answered(self) -> CallQuestionQuerySet:
        """By anybody, in a draft as well."""
        return self.filter(answers__isnull=False).distinct()

    def with_numbers(self) -> CallQuestionQuerySet:
        """`answered_by`: in how many contributions that convenors can read."""
        sent = Q(**{f"answers__{column}": value for column, value in IS_SENT.items()})
        return self.annotate(answered_by=Count("answers", filter=sent, distinct=True))


class CallQuestion(OwnQuestion):
    """What the convenors of one gathering ask of everybody who offers something, and who sees the answers."""

    call = models.ForeignKey(Call, models.CASCADE, related_name="questions")
    seen_by = models.CharField(_("Who sees the answers?"), max_length=10, choices=SeenBy, default=SeenBy.CONVENORS)
    is_needed = models.BooleanField(
        _("Nobody can send it without answering this"),
        default=False,
        help_text=_("Only if you couldn’t do without: each such question keeps somebody away."),
    )

    objects = CallQuestionQuerySet.as_manager()

    if TYPE_CHECKING:
        answers: RelatedManager[CallAnswer]

    class Meta:
        constraints = [
            models.CheckConstraint(condition=KEPT_SO_LONG_AT_MOST, name="an_answer_to_a_call_is_kept_ninety_days")
        ]

    def seen_in_words(self, gathering: Gathering) -> str:
        return SEEN_BY_IN_WORDS[SeenBy(self.seen_by)] % {"until": self.until_in_words(gathering)}


class CallAnswerQuerySet(models.QuerySet["CallAnswer"]):
    """Questions about answers. Each word leaves out what its readers may not see, and every draft."""

    def for_convenors(self) -> CallAnswerQuerySet:
        return self.filter(**IS_SENT)

    def for_readers(self) -> CallAnswerQuerySet:
        return self.for_convenors().filter(question__seen_by__in=[SeenBy.READERS, SeenBy.EVERYBODY])

    def for_everybody(self) -> CallAnswerQuerySet:
        """Of what is in the programme: whether it is, the asker knows."""
        return self.for_convenors().filter(question__seen_by=SeenBy.EVERYBODY)

    def of_contribution(self, contribution: Contribution) -> CallAnswerQuerySet:
        return self.filter(contribution=contribution)

    def by_contribution(self, contributions: Iterable[Contribution]) -> dict[int, list[CallAnswer]]:
        """In one query, however many there are."""
        answers: dict[int, list[CallAnswer]] = defaultdict(list)
        for answer in self.filter(contribution__in=contributions).in_order():
            answers[answer.contribution_id].append(answer)
        return answers

    def in_order(self) -> CallAnswerQuerySet:
        return self.select_related("question").order_by("question__at", "question")


class CallAnswer(models.Model):
    """What somebody answered to one question of a call. Of several choices, one a line."""

    question = models.ForeignKey(CallQuestion, models.CASCADE, related_name="answers")
    contribution = models.ForeignKey(Contribution, models.CASCADE, related_name="answers")
    # It may be about health or faith, whatever the question was.
    words = SealedTextField(max_length=2000)

    objects = CallAnswerQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["question", "contribution"], name="a_question_of_a_call_is_answered_once")
        ]

    def __str__(self) -> str:
        return "an answer"

    @property
    def in_words(self) -> str:
        return ", ".join(self.words.splitlines()) if self.question.shape == Shape.SEVERAL else self.words
