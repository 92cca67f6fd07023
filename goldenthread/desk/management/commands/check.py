from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.core import checks
from django.core.management.base import SystemCheckError
from django.core.management.commands import check

from goldenthread.outbox.outage_check import emails_go

checks.register(emails_go, "outbox")


class Command(check.Command):
    help = "Looks whether everything is in order, also what only matters where others can reach the site."

    def handle(self, *app_labels: Any, **options: Any) -> None:
        """All that Django looks at, in our words; with a tag or an app of its own, as Django says it."""
        if settings.IN_PRODUCTION:
            options |= {"deploy": True, "fail_level": "WARNING"}
        options["databases"] = options["databases"] or ["default"]
        if app_labels or options["tags"] or options["list_tags"]:
            super().handle(*app_labels, **options)
            return
        messages = checks.run_checks(include_deployment_checks=options["deploy"], databases=options["databases"])
        self._say([row for row in messages if not row.is_silenced()], getattr(checks, options["fail_level"]))

    def _say(self, messages: Sequence[checks.CheckMessage], fails_at: int) -> None:
        if not messages:
            self.stdout.write("Everything is in order.")
            return
        words = "\n".join(["Please look at this:", *map(_in_words, messages)])
        if any(message.is_serious(fails_at) for message in messages):
            raise SystemCheckError(words)
        self.stderr.write(words)


def _in_words(message: checks.CheckMessage) -> str:
    hint = f"\n  {message.hint}" if message.hint else ""
    return f"- {message.msg} ({message.id}){hint}"
