from typing import Any

from django.core.management.base import BaseCommand

from goldenthread.kit.keeping_page import page


class Command(BaseCommand):
    """Tells what is kept about people, field by field."""

    help = "What is kept about people, field by field: what for, and until when (Markdown)."
    requires_system_checks = []

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(page(), ending="")
