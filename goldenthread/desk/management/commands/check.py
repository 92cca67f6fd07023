from typing import Any

from django.conf import settings
from django.core.checks import register
from django.core.management.commands import check

from goldenthread.outbox.outage_check import emails_go

register(emails_go, "outbox")


class Command(check.Command):
    help = "Looks whether everything is in order, also what only matters where others can reach the house."

    def handle(self, *app_labels: Any, **options: Any) -> None:
        if settings.IN_PRODUCTION:
            options |= {"deploy": True, "fail_level": "WARNING"}
        options["databases"] = options["databases"] or ["default"]
        super().handle(*app_labels, **options)
