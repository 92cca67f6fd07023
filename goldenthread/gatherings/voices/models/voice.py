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
from goldenthread.kit import clock
from goldenthread.mixing.sheet.names import as_spoken
from goldenthread.people.models import Person

if TYPE_CHECKING:
    from datetime import datetime

    from django_stubs_ext.db.models.manager import RelatedManager

    from goldenthread.gatherings.plan.models import Gathering
    from goldenthread.gatherings.voices.models.voice_absence import VoiceAbsence
    from goldenthread.gatherings.voices.models.voice_terms import VoiceTerms


def a_key() -> str:
    return secrets.token_urlsafe(24)


class VoiceQuerySet(models.QuerySet["Voice"]):
    """Questions about voices."""

    def that_stay(self) -> VoiceQuerySet:
        return self.filter(left_at=None)

    def to_remind(self, gathering: Gathering, since: datetime) -> VoiceQuerySet:
        """Who is in something that was begun by then and never sent. Whoever has not said yes hears nothing of it."""
        drafts = {"contribution__sent_at": None, "contribution__withdrawn_at": None}
        begun = self.that_stay().filter(contribution__gathering=gathering, contribution__begun_at__lte=since, **drafts)
        return begun.filter(yes_at__isnull=False, reminded_at=None)

    def of(self, person: Person) -> VoiceQuerySet:
        """Theirs, also where their address was typed in and not proved yet."""
        mine = Q(person=person) | (Q(email=person.email.lower()) if person.email else Q(pk=None))
        return self.filter(mine)

    def brought_by(self, person: Person) -> VoiceQuerySet:
        """They said so themselves, and stay. Anybody may type an address in: being asked must shut nobody out of deciding or
        reading, and opens nothing either."""
        return self.filter(person=person).that_stay().proved()

    def proved(self) -> VoiceQuerySet:
        """They said yes themselves, or to whoever typed it in. Anybody may have typed the others."""
        return self.filter(yes_at__isnull=False)

    def named(self) -> VoiceQuerySet:
        """Those whom others may be shown: whoever was only asked by another voice has not said that they are in it."""
        return self.filter(Q(yes_at__isnull=False) | Q(typed_in_by__isnull=False))

    def that_left(self) -> VoiceQuerySet:
        """They had said yes, and left it since. Whoever left this site has no name any more."""
        return self.filter(yes_at__isnull=False, left_at__isnull=False).exclude(person=None, name="")

    def to_be_told(self) -> VoiceQuerySet:
        """Who said yes, or told it to a convenor. Those who were asked to join and have not answered hear nothing."""
        return self.that_stay().filter(Q(yes_at__isnull=False) | Q(typed_in_by__isnull=False))

    def on_paper(self) -> VoiceQuerySet:
        """Those whom no e-mail reaches, or not yet: a convenor typed an address in, and nobody has said yes there."""
        not_proved = Q(yes_at=None, typed_in_by__isnull=False)
        return self.filter(not_proved | Q(email="") & (Q(person=None) | Q(person__email=None)))

    def in_it(self) -> VoiceQuerySet:
        """They said yes, and neither left nor stepped back since; nor was it taken back."""
        return self.that_stay().filter(yes_at__isnull=False, stepped_back_at=None, contribution__withdrawn_at=None)

    def forgotten(self) -> VoiceQuerySet:
        """They were in it until they left this site, and have no name any more."""
        was_in_it = {"yes_at__isnull": False, "stepped_back_at": None, "left_at__isnull": False}
        return self.filter(person=None, name="", email="", **was_in_it)

    def departed_untold(self, moment: datetime) -> VoiceQuerySet:
        """They left or stepped back by this moment, once they had been told that it is in; the convenors know nothing of it."""
        told_at = models.F("contribution__decision__telling__at")
        gone = Q(stepped_back_at__lte=moment) | Q(left_at__lte=moment, left_at__gte=told_at)
        known = {"contribution__decision__answer": "in", "contribution__decision__telling__isnull": False}
        return self.named().filter(gone, departure_told_at=None, contribution__withdrawn_at=None, **known)

    def untold_to_the_first(self, moment: datetime) -> VoiceQuerySet:
        """Who others asked, and who said yes by this moment or left it: whoever offered it has not heard of that."""
        never = Q(co_voice_told_at=None, yes_at__lte=moment)
        again = Q(yes_at__gt=models.F("co_voice_told_at"), yes_at__lte=moment) | Q(
            left_at__gt=models.F("co_voice_told_at"), left_at__lte=moment
        )
        return self.filter(never | again, number__gt=1, yes_at__isnull=False, contribution__withdrawn_at=None)

    def in_order(self) -> VoiceQuerySet:
        return self.select_related("person").order_by("number", "pk")


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
    def is_put_down(self) -> bool:
        """A convenor did, for somebody on paper, and gave an address later that has not proved to be theirs."""
        return bool(self.is_in and self.typed_in_by_id and self.email and not self.person_id)

    @property
    def is_in_it(self) -> bool:
        """They said yes, and neither left nor stepped back since; nor was it taken back."""
        gone = self.left_at or self.stepped_back_at or self.contribution.withdrawn_at
        return bool(self.yes_at and not gone)

    @property
    def is_reached(self) -> bool:
        """By e-mail: they have said yes at an address of theirs."""
        return bool(self.address and self.yes_at)

    @property
    def address(self) -> str:
        """Where to write to: where the person is now, if we know them."""
        return (self.person.email if self.person else None) or self.email
