"""What threads answer: who has met whom, whose a row is that speaks of two people, and what goes when one of them leaves."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from django.db.models import Model
from django.urls import reverse
from django.utils.translation import gettext as _

from goldenthread.journal.above import Act
from goldenthread.kit.keeping import Kept
from goldenthread.people.above import OwnedRows, RoomAbovePeople, RowMerger, WayOn
from goldenthread.people.models import Audience, Person, Portrait
from goldenthread.threads import leaving, merging_people, ownership
from goldenthread.threads.acquaintance import met_by
from goldenthread.threads.acts import ACTS
from goldenthread.threads.keep_apart import pairs_among
from goldenthread.threads.keeping import KEPT
from goldenthread.threads.mine import key_of_tie
from goldenthread.threads.models import Ending, Introduction, Side, pair_of

MET = frozenset({Audience.MET})


class Threads(RoomAbovePeople):
    """Threads, as those below them see them."""

    def kept(self) -> Sequence[Kept]:
        return KEPT

    def acts(self) -> Sequence[Act]:
        return ACTS

    def owned_rows(self) -> Mapping[type[Model], OwnedRows]:
        return ownership.OWNED_ROWS

    def columns_that_name_others(self) -> Mapping[type[Model], Collection[str]]:
        return ownership.COLUMNS_THAT_NAME_OTHERS

    def closeness(self, by: Person, to: Collection[int]) -> Mapping[int, Collection[Audience]]:
        """What "met" means is decided in `acquaintance.met_by`."""
        return dict.fromkeys(met_by(by, to), MET)

    def ways_on(self, by: Person, to: Person) -> Sequence[WayOn]:
        """What there is between the two; and else, to ask for an introduction: whether or not they like them."""
        if met_by(by, [to.pk]):
            return [WayOn(_("See where you met"), reverse("threads:tie", args=[key_of_tie(by.pk, to.pk)]))]
        portrait: Portrait | None = getattr(to, "portrait", None)
        if not (by.joined_at and portrait):
            return []
        has_asked = Introduction.objects.asked_for_by(by).of_pair(pair_of(by, to)).exists()
        words = _("You asked to be introduced") if has_asked else _("Ask to be introduced")
        return [WayOn(words, reverse("threads:introduction_to", args=[portrait.token]))]

    def are_to_be_left_apart(self, one: Person, other: Person) -> bool:
        pair = pair_of(one, other)
        return bool(pairs_among(pair)) or Ending.objects.of_pair(pair).exists()

    def before_leaving(self, person: Person | None, address: str) -> list[str]:
        if person:
            leaving.forget_what_spoke_of(person)
        return []

    def before_merging(self, stays: Person, goes: Person) -> None:
        merging_people.rewrite_pairs(stays, goes)

    def row_mergers(self) -> Mapping[type[Model], RowMerger]:
        return {Side: merging_people.merge_sides}
