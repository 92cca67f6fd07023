from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.db import transaction

from goldenthread.desk.sorry import Sorry
from goldenthread.journal.note import note
from goldenthread.kit.address import absolute
from goldenthread.kit.email_address import NotAnAddress, email_address
from goldenthread.people import signing_in
from goldenthread.people.models import Keeping, Person


class Command(BaseCommand):
    help = "Makes this person a keeper of this site (who runs it), and prints an address to sign in with, once."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("email")
        parser.add_argument("--name", default="", help="what to call somebody who is not known here yet")

    @transaction.atomic
    def handle(self, *args: Any, email: str, name: str, **options: Any) -> None:
        try:
            address = email_address(email)
        except NotAnAddress as trouble:
            raise Sorry(f"{email} is not an e-mail address.") from trouble
        person = Person.objects.filter(email=address).first()
        person = person or Person.objects.create_person(name or address.partition("@")[0], address)
        if not person.may_sign_in:
            raise Sorry(f"{person.known_as} may not sign in here.")
        if not person.is_keeper:
            note(None, "made a keeper", Keeping.objects.create(person=person))
        self.stdout.write(
            f"{person.known_as} runs this site now. To sign in, once: {absolute(signing_in.email_link(person))}"
        )
