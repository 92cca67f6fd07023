"""What can be said of a gathering: each fact is a row, and the state is whether the row exists."""

from django.db import models

from goldenthread.kit import clock
from goldenthread.people.models import Person


class Fact(models.Model):
    """Who said it, when and why. By nobody, when they have left since."""

    gathering = models.OneToOneField("plan.Gathering", models.CASCADE, related_name="%(class)s")
    by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(default=clock.now)
    because = models.TextField(blank=True)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self._meta.verbose_name}, {self.at:%d %B %Y}"


class Publication(Fact):
    """That a draft was opened to everybody."""


class Settlement(Fact):
    """That a plan is settled: people can rely on it."""


class Fullness(Fact):
    """That there are no more places, as the convenors say."""


class Postponement(Fact):
    """That a gathering will be on another day, not known yet."""


class Cancellation(Fact):
    """That a gathering was called off."""
