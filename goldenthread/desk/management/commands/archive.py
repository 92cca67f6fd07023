from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from goldenthread.desk.sorry import Sorry
from goldenthread.gatherings.afterwards.archiving import as_folder
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.kit import clock


class Command(BaseCommand):
    help = (
        "Writes a gathering into a folder of plain HTML that needs no server: goldenthread archive launch /some/folder"
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("slug", help="what its address ends with, such as launch")
        parser.add_argument("folder", type=Path)

    def handle(self, *args: Any, slug: str, folder: Path, **options: Any) -> None:
        gathering = Gathering.objects.with_facts().filter(slug=slug).first()
        if gathering is None:
            raise Sorry(f"there is no gathering at {slug}.")
        written = as_folder(gathering, clock.now(), folder)
        self.stdout.write(f"{len(written)} files are in {folder}.")
