from django.db import models
from django.utils.translation import gettext_lazy as _


class Emphasis(models.TextChoices):
    """What matters most when tables are made: new faces, different kinds of people, or some of both."""

    PEOPLE = "people", _("Meet as many people as possible")
    KINDS = "kinds", _("Sit with different kinds of people (sector, role, region)")
    BOTH = "both", _("Some of both")
