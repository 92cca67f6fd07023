from django.db import models
from django.utils.translation import gettext_lazy as _


class Audience(models.TextChoices):
    """Who may see something that a person tells of themselves."""

    ONLY_ME = "only_me", _("Only me")
    HOSTS = "hosts", _("Hosts of gatherings I come to")
    MET = "met", _("People I have met")
    MEMBERS = "members", _("Members")
    EVERYONE = "everyone", _("Everyone")


# What any member may see of any other.
OPEN_TO_MEMBERS = frozenset({Audience.MEMBERS, Audience.EVERYONE})
