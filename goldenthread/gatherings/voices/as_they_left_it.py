"""What somebody who left goes on reading by their link: how it read, and who brought it, when they left. Nothing since."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Q

from goldenthread.gatherings.voices.models import Contribution, ContributionVersion, Voice
from goldenthread.gatherings.voices.offer_rules import was_in_it_until_taken_back


@dataclass(frozen=True)
class ShownContribution:
    """What the page of whoever was asked, or has left, shows of what they would bring."""

    title: str
    words: str
    others: list[Voice]
    # With what kind of thing it is, and how long; None where that may have changed since.
    contribution: Contribution | None = None
    # Of a draft that others may have written on since, nothing is left to show.
    is_there: bool = True


def shown_to(voice: Voice, others: list[Voice]) -> ShownContribution:
    """`others`: those who bring it now."""
    contribution = voice.contribution
    if not _may_be_others_since(voice):
        return ShownContribution(contribution.title, contribution.words, others, contribution)
    read = ContributionVersion.objects.filter(contribution=contribution, at__lte=voice.left_at)
    version = read.order_by("-number").first()
    if version is None:
        return ShownContribution("", "", [], is_there=False)
    return ShownContribution(version.title, version.words, _those_then(voice))


def _may_be_others_since(voice: Voice) -> bool:
    if voice.left_at is None or was_in_it_until_taken_back(voice):
        return False
    return voice.contribution.voices.exclude(pk=voice.pk).proved().exists()


def _those_then(voice: Voice) -> list[Voice]:
    """Who had said yes by then, and had not left."""
    there = Q(left_at=None) | Q(left_at__gt=voice.left_at)
    others = voice.contribution.voices.exclude(pk=voice.pk)
    return list(others.filter(there, yes_at__lte=voice.left_at).in_order())
