from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.voices.models.contribution import Contribution
from goldenthread.gatherings.voices.models.readership import Readership
from goldenthread.gatherings.voices.models.voice import Voice
from goldenthread.kit import clock
from goldenthread.people.models import Person
from goldenthread.threads.left_in_peace import left_in_peace_by


class HelpAskedQuerySet(models.QuerySet["HelpAsked"]):
    """Questions about who would like help with what they bring."""

    def still_open(self) -> HelpAskedQuerySet:
        """Nobody thinks it through with them yet, and they still bring it."""
        helped = HelpOffer.objects.filter(asked=models.OuterRef("pk"), accepted_at__isnull=False)
        there = self.filter(contribution__withdrawn_at=None, voice__left_at=None, voice__person__isnull=False)
        return there.exclude(models.Exists(helped))

    def shown_to(self, person: Person) -> HelpAskedQuerySet:
        """Those of others, with who asks; none of anybody whom this person is to hear nothing of."""
        return self.of_others(person).exclude(voice__person__in=left_in_peace_by(person))

    def of_others(self, person: Person) -> HelpAskedQuerySet:
        """Before it is asked whom this person is to hear nothing of: never shown as they are. None where they read without names:
        the line and the name would tell them who wrote what."""
        blind = Readership.objects.without_names().filter(person=person).values("gathering")
        others = (
            self.still_open().exclude(contribution__voices__person=person).exclude(contribution__gathering__in=blind)
        )
        return others.select_related("contribution__gathering", "voice__person")

    def about(self, contribution: Contribution) -> HelpAsked | None:
        return self.filter(contribution=contribution).select_related("voice__person").first()

    def unanswered_by(self, person: Person) -> HelpAskedQuerySet:
        return self.exclude(offers__person=person)

    def at(self, gathering: Gathering) -> HelpAskedQuerySet:
        return self.filter(contribution__gathering=gathering).order_by("-at", "-pk")


class HelpAsked(models.Model):
    """That a voice would like a member to think something through with them. Of what they bring, members read this line and no more."""

    contribution = models.OneToOneField(Contribution, models.CASCADE, related_name="help_asked")
    voice = models.ForeignKey(Voice, models.CASCADE, related_name="+")
    words = models.CharField(_("What would you like to think through with somebody?"), max_length=200)
    at = models.DateTimeField(default=clock.now)

    objects = HelpAskedQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "help asked"

    def __str__(self) -> str:
        return self.words

    def is_of(self, voice: Voice) -> bool:
        """Only who asked reads what members answer, and says yes to it."""
        return self.voice_id == voice.pk


class HelpOfferQuerySet(models.QuerySet["HelpOffer"]):
    """Questions about offers of help."""

    def by(self, person: Person) -> HelpOfferQuerySet:
        return self.filter(person=person)

    def to_question(self, key: int) -> HelpOfferQuerySet:
        return self.filter(asked=key)

    def at(self, gathering: Gathering) -> HelpOfferQuerySet:
        """To those who still bring what they asked about; agreed on or not."""
        there = {"asked__contribution__withdrawn_at": None, "asked__voice__left_at": None}
        return self.filter(asked__contribution__gathering=gathering, **there).with_both().order_by("-at", "-pk")

    def with_both(self) -> HelpOfferQuerySet:
        """Who asked, and who answered."""
        return self.select_related("person", "asked__voice__person", "asked__contribution__gathering")

    def accepted(self) -> HelpOfferQuerySet:
        return self.filter(accepted_at__isnull=False)


class HelpOffer(models.Model):
    """That a member would think it through with whoever asked. Accepted, the two have met."""

    asked = models.ForeignKey(HelpAsked, models.CASCADE, related_name="offers")
    person = models.ForeignKey(Person, models.CASCADE, related_name="help_offers")
    words = models.CharField(_("What would you like to say to them, in a line?"), max_length=200)
    at = models.DateTimeField(default=clock.now)
    accepted_at = models.DateTimeField(null=True, blank=True)

    objects = HelpOfferQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["asked", "person"], name="one_offers_help_once")]

    def __str__(self) -> str:
        return self.words
