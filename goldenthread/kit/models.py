from django.db import models
from django.utils.translation import gettext_lazy as _


class House(models.Model):
    """The one house that lives in this database: its name, a sentence about it, and how far its clock stands from the real one."""

    name = models.CharField(_("The name of your movement"), max_length=80)
    sentence = models.CharField(_("A sentence about it"), max_length=200)
    is_sample = models.BooleanField(default=False)
    clock_offset = models.DurationField(null=True, blank=True)
    founded_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(pk=1), name="there_is_one_house"),
            models.CheckConstraint(
                condition=models.Q(is_sample=True) | models.Q(clock_offset=None),
                name="only_a_sample_house_moves_its_clock",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Heartbeat(models.Model):
    """That the worker with this name was well at this (real) moment."""

    name = models.CharField(max_length=40, primary_key=True)
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.name} at {self.at}"
