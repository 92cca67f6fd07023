from django.db import models

from goldenthread.kit import clock
from goldenthread.people.models.person import Person


class Keeping(models.Model):
    """That a person keeps this house, from a day until a day: a task held for a while."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="keepings")
    since = models.DateTimeField(default=clock.now)
    until = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person"], condition=models.Q(until=None), name="a_keeper_keeps_once_at_a_time"
            )
        ]

    def __str__(self) -> str:
        return f"{self.person} since {self.since:%d %B %Y}"
