from django.db import models


class FormerAddress(models.Model):
    """An address that a gathering had before. It leads to the present one for good."""

    slug = models.SlugField(max_length=120, unique=True)
    gathering = models.ForeignKey("plan.Gathering", models.CASCADE, related_name="former_addresses")

    def __str__(self) -> str:
        return self.slug
