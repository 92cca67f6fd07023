from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from goldenthread.people.models.audience import OPEN_TO_MEMBERS, Audience
from goldenthread.people.models.person import Person


class Sector(models.TextChoices):
    """The parts of the system that a good gathering has in the room."""

    HEALTH = "health", _("Health")
    SOCIAL_CARE = "social_care", _("Social care")
    CRIMINAL_JUSTICE = "criminal_justice", _("Criminal justice")
    EDUCATION = "education", _("Education")
    THIRD_SECTOR = "third_sector", _("Third sector")
    POLICY = "policy", _("Policy and commissioning")
    LIVED_EXPERIENCE = "lived_experience", _("Lived experience")


class HatQuerySet(models.QuerySet["Hat"]):
    """Questions about hats: each purpose was allowed by the person, or it is not served."""

    def of_sector(self, sector: str) -> HatQuerySet:
        return self.filter(sector=sector)

    def for_mixing(self) -> HatQuerySet:
        return self.filter(is_for_mixing=True)

    def found_by_members(self) -> HatQuerySet:
        return self.filter(is_for_being_found=True, audience__in=OPEN_TO_MEMBERS)


class Hat(models.Model):
    """One of the hats a person wears: a sector, a role, or lived experience. Nobody needs one; anybody may wear several."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="hats")
    # Empty for a role, which has words only. Lived experience is a word that the person chose, never a list of conditions
    # or convictions: such a register would be forbidden (DPA 2018).
    sector = models.CharField(_("Sector"), max_length=20, choices=Sector, blank=True)
    words = models.CharField(_("In your own words"), max_length=120, blank=True)
    # Closed by default. The form on my page suggests more for sectors and roles, and never for lived experience.
    audience = models.CharField(_("Who sees it?"), max_length=10, choices=Audience, default=Audience.ONLY_ME)
    is_for_mixing = models.BooleanField(_("To make up good tables"), default=False)
    is_for_being_found = models.BooleanField(_("So that members can find me by it"), default=False)
    is_for_counts = models.BooleanField(_("To count it, without my name"), default=False)

    objects = HatQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person", "sector"], condition=~Q(sector=""), name="a_hat_is_worn_once"),
            models.UniqueConstraint(fields=["person", "words"], condition=Q(sector=""), name="a_role_is_told_once"),
            models.CheckConstraint(condition=~Q(sector="", words=""), name="a_hat_says_something"),
        ]

    def __str__(self) -> str:
        return str(self.get_sector_display() or self.words)

    @classmethod
    def suggested(cls, person: Person, sector: str) -> Hat:
        """What the form begins with: a sector or a role is mostly told to others, lived experience only if one chooses so."""
        hat = cls(person=person, sector=sector)
        if not hat.is_lived_experience:
            hat.audience = Audience.MEMBERS
            hat.is_for_mixing = hat.is_for_being_found = hat.is_for_counts = True
        return hat

    @property
    def is_role(self) -> bool:
        return not self.sector

    @property
    def is_lived_experience(self) -> bool:
        return self.sector == Sector.LIVED_EXPERIENCE
