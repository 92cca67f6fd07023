"""The one moment in which all are told: every e-mail is seen first, and a yes and a no are told together."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Prefetch
from django.utils.crypto import salted_hmac

from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.voices.deciding import NoLongerOffered, bring, lock
from goldenthread.gatherings.voices.models import Decision, DecisionAnswer, OwedAnswer, Telling, Voice
from goldenthread.gatherings.voices.models.voice_queryset import VoiceQuerySet
from goldenthread.gatherings.voices.telling_emails import compose_answer
from goldenthread.journal.note import note
from goldenthread.kit import clock
from goldenthread.outbox import post
from goldenthread.outbox.models import Email
from goldenthread.outbox.previewing import as_a_sample
from goldenthread.people.models import Person


class ChangedSinceSeen(Exception):
    """An e-mail is not as it was seen: it is shown once more."""


class NothingToTell(Exception):
    """Nothing is held back, or all of it is to wait."""


@dataclass(frozen=True)
class AnswerPreview:
    """One decision, every e-mail about it, and whom none reaches: without an address, or at one that has not proved to be theirs."""

    decision: Decision
    emails: tuple[Email, ...]
    on_paper: tuple[str, ...]
    # Nobody has said yes at the address that was typed in for them: it may be anybody's.
    unanswered: tuple[str, ...] = ()


def voices_of(decision: Decision) -> VoiceQuerySet:
    return Voice.objects.filter(contribution=decision.contribution_id).to_be_told().in_order()


def previews_for(gathering: Gathering, *, by: Person) -> list[AnswerPreview]:
    """All that would be told now, as each will read it. What is not complete yet waits."""
    voices = Prefetch("contribution__voices", Voice.objects.to_be_told().in_order(), to_attr="to_be_told")
    decisions = Decision.objects.of(gathering).to_tell().prefetch_related(voices)
    complete = [decision for decision in decisions if decision.is_complete]
    return [_preview(decision, getattr(decision.contribution, "to_be_told", []), by) for decision in complete]


def stamp_of(previews: Collection[AnswerPreview]) -> str:
    """By which it is known again that nothing of it changed. Nobody can make it themselves, and so find out what they do not read."""
    words = [
        f"{each.decision.pk}{each.on_paper}{each.unanswered}{[email_words(e) for e in each.emails]}"
        for each in previews
    ]
    return salted_hmac("goldenthread.voices.telling", "\n".join(words), algorithm="sha256").hexdigest()


def shown_to(person: Person, previews: Collection[AnswerPreview], gathering: Gathering) -> list[AnswerPreview]:
    """Of what they bring themselves they read nothing before the others do."""
    own = bring(person, gathering)
    return [preview for preview in previews if preview.decision.contribution_id not in own]


@transaction.atomic
def tell(gathering: Gathering, *, seen: str, not_yet: Collection[int], by: Person) -> Telling:
    """All that was seen, less what is to wait, and with it what is decided about their own. From this moment on they are known,
    and each e-mail is owed."""
    lock(gathering)
    previews = previews_for(gathering, by=by)
    shown = shown_to(by, previews, gathering)
    if stamp_of(shown) != seen:
        raise ChangedSinceSeen
    waiting = {preview.decision.pk for preview in shown} & set(not_yet)
    if len(waiting) == len(shown):
        raise NothingToTell
    decisions = [preview.decision for preview in previews if preview.decision.pk not in waiting]
    telling = Telling.objects.create(gathering=gathering, by=by)
    _make_known(decisions, telling)
    note(by, "told what was decided", gathering)
    return telling


def preview_of_moving_up(reserve: Decision, *, by: Person) -> AnswerPreview:
    """What its voices would read. Why it was in reserve says nothing any more."""
    decision = Decision(pk=reserve.pk, contribution=reserve.contribution, answer=DecisionAnswer.IN)
    return _preview(decision, list(voices_of(decision)), by)


@transaction.atomic
def move_up(decision: Decision, *, seen: str, by: Person) -> None:
    """A place fell free: what was in reserve is in, and its voices are told at once, in the words that were seen."""
    gathering = lock(decision.contribution.gathering)
    if decision.contribution.withdrawn_at:
        raise NoLongerOffered
    if stamp_of([preview_of_moving_up(decision, by=by)]) != seen:
        raise ChangedSinceSeen
    waiting = Decision.objects.made_known().filter(pk=decision.pk, answer=DecisionAnswer.RESERVE)
    if waiting.update(answer=DecisionAnswer.IN, reason="", door="", by=by, at=clock.now()):
        _make_known([decision], Telling.objects.create(gathering=gathering, by=by))
        note(by, "told what was decided", gathering)


def write_owed(owed: OwedAnswer) -> None:
    """Once, whoever else tries. Nothing about what was taken back meanwhile, nor to who has left it."""
    with transaction.atomic():
        if not OwedAnswer.objects.filter(pk=owed.pk).delete()[0]:
            return
        # As they are now: somebody may have stepped out, or moved up, since the list of debts was read.
        voice = Voice.objects.that_stay().proved().in_order().filter(pk=owed.voice_id).first()
        decision = Decision.objects.still_offered().filter(pk=owed.decision_id).first()
        if voice is None or decision is None:
            return
        try:
            compose_answer(voice, decision, by=decision.telling.by if decision.telling else None).save()
        except post.Refused:
            return


def told_by_hand(owed: OwedAnswer, *, by: Person) -> None:
    """Somebody without an address was rung up."""
    if OwedAnswer.objects.filter(pk=owed.pk).delete()[0]:
        note(by, "told somebody by hand", owed.decision.contribution.gathering)


def email_words(email: Email) -> str:
    return f"{email.address} {email.subject} {email.text}"


def _make_known(decisions: Collection[Decision], telling: Telling) -> None:
    Decision.objects.filter(pk__in=[decision.pk for decision in decisions]).update(telling=telling)
    for decision in decisions:
        for voice in voices_of(decision):
            owed = {"decision": decision, "at": telling.at}
            OwedAnswer.objects.update_or_create(voice=voice, defaults=owed)


def _preview(decision: Decision, voices: Sequence[Voice], by: Person) -> AnswerPreview:
    return AnswerPreview(
        decision,
        tuple(as_a_sample(compose_answer(voice, decision, by=by)) for voice in voices if voice.is_reached),
        tuple(voice.known_as for voice in voices if not voice.address),
        tuple(voice.known_as for voice in voices if voice.address and not voice.is_reached),
    )
