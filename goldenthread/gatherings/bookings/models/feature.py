from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Feature(TextChoices):
    """What a table offers, and somebody may need."""

    STEP_FREE = "step_free", _("Step-free")
    HEARING_LOOP = "hearing_loop", _("Hearing loop")
    NEAR_THE_DOOR = "near_the_door", _("Near the door")
    QUIET = "quiet", _("In a quiet place")
    GOOD_LIGHT = "good_light", _("In good light")
    ONLINE = "online", _("Online")


def feature_labels(words: str) -> str:
    """As people read them; kept are the words of Feature, with spaces between."""
    return ", ".join(str(Feature(word).label) for word in words.split())
