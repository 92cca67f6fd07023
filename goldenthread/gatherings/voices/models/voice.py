from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from goldenthread.gatherings.voices.models.contribution import Contribution
from goldenthread.gatherings.voices.models.voice_queryset import VoiceQuerySet
from goldenthread.kit import clock
from goldenthread.mixing.sheet.names import as_spoken
from goldenthread.people.models import Person

if TYPE_CHECKING:
    from django_stubs_ext.db.models.manager import RelatedManager

    from goldenthread.gatherings.voices.models.voice_absence import VoiceAbsence
    from goldenthread.gatherings.voices.models.voice_terms import VoiceTerms


def a_key() -> str:
    return secrets.token_urlsafe(24)


class Voice(models.Model):
    """That somebody stands behind a contribution, or was asked to. The first of them offered it."""

    contribution = models.ForeignKey(Contribution, models.CASCADE, related_name="voices")
    number = models.PositiveSmallIntegerField()
    # Empty until the address has proved to be theirs.
    person = models.ForeignKey(Person, models.SET_NULL, null=True, blank=True, related_name="voices")
    name = models.CharField(_("Name"), max_length=80)
    # Empty for somebody on paper. In lower case.
    email = models.EmailField(_("E-mail"), blank=True)
    language = models.CharField(max_length=10, default="en-gb")
    # Opens this voice's own page from an e-mail, and nothing else.
    key = models.CharField(max_length=40, default=a_key, unique=True)
    # Who typed it in, for somebody on paper or on the telephone.
    typed_in_by = models.ForeignKey(Person, models.SET_NULL, null=True, blank=True, related_name="+")
    # That a convenor typed the address in, and nobody has said yes there. Their own yes may be older: it was given on paper.
    unproved_since = models.DateTimeField(null=True, blank=True)
    at = models.DateTimeField(default=clock.now)
    # That they are in it. A co-voice says so themselves; whoever is typed in said so to a convenor.
    yes_at = models.DateTimeField(null=True, blank=True)
    left_at = models.DateTimeField(null=True, blank=True)
    # Once, three days before the call ends, if it was still a draft.
    reminded_at = models.DateTimeField(null=True, blank=True)
    # What they answered once the contribution was in and they had been told.
    accepted_at = models.DateTimeField(null=True, blank=True)
    stepped_back_at = models.DateTimeField(null=True, blank=True)
    # That the convenors heard that they left or stepped back, after it was in.
    departure_told_at = models.DateTimeField(null=True, blank=True)

    # That whoever asked them heard that they bring it, or do not any more.
    co_voice_told_at = models.DateTimeField(null=True, blank=True)

    objects = VoiceQuerySet.as_manager()

    if TYPE_CHECKING:
        absences: RelatedManager[VoiceAbsence]
        terms: VoiceTerms

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["contribution", "number"], name="a_voice_has_its_number_to_itself"),
            models.UniqueConstraint(
                fields=["contribution", "email"],
                condition=~Q(email="") & Q(left_at=None),
                name="an_address_is_one_voice_of_a_contribution",
            ),
            models.CheckConstraint(condition=Q(email=Lower("email")), name="a_voice_has_its_address_in_lower_case"),
            models.CheckConstraint(
                condition=Q(accepted_at=None) | Q(stepped_back_at=None), name="a_voice_answers_one_way"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.known_as}, in {self.contribution}"

    def get_absolute_url(self) -> str:
        return reverse("voices:voice", args=[self.contribution.gathering.slug, self.key])

    @property
    def known_as(self) -> str:
        """Whoever has left has no name any more, and still stands behind what was held."""
        return self.person.known_as if self.person else as_spoken(self.name) or gettext("a participant")

    @property
    def is_first(self) -> bool:
        """They offered it, or it was put down as theirs; the others were asked to be in it."""
        return self.number == 1

    @property
    def is_in(self) -> bool:
        return self.yes_at is not None and self.left_at is None

    @property
    def is_asked(self) -> bool:
        """Others put them down, and they have not answered."""
        return self.yes_at is None and self.left_at is None

    @property
    def is_typed_in(self) -> bool:
        """By a convenor, who may have left this site since."""
        return bool(self.typed_in_by_id or self.unproved_since)

    @property
    def is_unanswered(self) -> bool:
        """Nobody has pressed yes by its link yet: whoever has the link may be somebody else."""
        return self.is_asked or bool(self.unproved_since)

    @property
    def is_put_down(self) -> bool:
        """A convenor did, for somebody on paper, and gave an address later that has not proved to be theirs."""
        return bool(self.is_in and self.unproved_since)

    @property
    def is_in_it(self) -> bool:
        """They said yes, and neither left nor stepped back since; nor was it taken back."""
        gone = self.left_at or self.stepped_back_at or self.contribution.withdrawn_at
        return bool(self.yes_at and not gone)

    @property
    def is_reached(self) -> bool:
        """By e-mail: they have said yes, and the address is theirs. A yes on paper proves no address."""
        return bool(self.address and self.yes_at and not self.unproved_since)

    @property
    def address(self) -> str:
        """Where to write to: where the person is now, if we know them."""
        return (self.person.email if self.person else None) or self.email
