from django.db import models
from django.utils.translation import gettext_lazy as _

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


class Hat(models.Model):
    """One of the hats a person wears. Nobody needs one; anybody may wear several."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="hats")
    sector = models.CharField(max_length=20, choices=Sector)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "sector"], name="a_hat_is_worn_once")]

    def __str__(self) -> str:
        return self.get_sector_display()
