from django.conf import settings
from django.db import models


class Entry(models.Model):
    """That somebody did something to something, at a moment on the house's clock."""

    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    did = models.CharField(max_length=80)
    # The thing is named, not linked: an entry outlives what it tells of.
    kind = models.CharField(max_length=40)
    key = models.CharField(max_length=40)
    why = models.TextField(blank=True)

    class Meta:
        indexes = [models.Index(fields=["kind", "key", "at"], name="what_happened_to_it")]

    def __str__(self) -> str:
        return f"{self.did} {self.kind} {self.key}"
