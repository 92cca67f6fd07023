from typing import Any

from django.core.management.base import BaseCommand
from django.db import transaction

from goldenthread.desk.sample.loading import load
from goldenthread.desk.sorry import Sorry
from goldenthread.kit import clock
from goldenthread.kit.models import House
from goldenthread.people.models import Person


class Command(BaseCommand):
    help = "Fills an empty site with the sample: the launch of the Relational Practice Movement, as it was announced."

    def handle(self, *args: Any, verbosity: int, **options: Any) -> None:
        with transaction.atomic():
            if House.objects.exists() or Person.objects.exists():
                raise Sorry("this site has people already. The sample goes into an empty one only.")
            load(clock.now())
        if verbosity:
            self.stdout.write("The sample is here.")
