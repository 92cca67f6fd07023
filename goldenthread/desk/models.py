from django.db import models
from django.utils.translation import gettext_lazy as _


class OwnWords(models.Model):
    """What a keeper says in their own words in one part of the pages about this site. Without a row, the page says ours."""

    class Part(models.TextChoices):
        """The parts that a keeper may say anew, in the order in which the pages say them."""

        FOR_WHOM = "for_whom", _("Who is it for?")
        WHAT = "what", _("What is this?")
        PRACTICE = "practice", _("What is relational practice?")
        WHO = "who", _("Who runs this site?")
        REACH = "reach", _("How can people reach you?")
        TOGETHER = "together", _("How do we treat each other?")
        PRIVACY = "privacy", _("What else should people know about their privacy?")
        ACCESS = "access", _("What else should people know about access?")

    part = models.CharField(max_length=20, choices=Part, primary_key=True)
    words = models.TextField(max_length=4000)

    def __str__(self) -> str:
        return self.get_part_display()
