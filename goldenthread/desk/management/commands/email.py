from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from goldenthread.desk.sorry import Sorry
from goldenthread.kit.email_address import NotAnAddress, email_address
from goldenthread.outbox.trial import DoesNotGo, send_test


class Command(BaseCommand):
    help = "Sends a test e-mail to this address, and says what the mail server answered."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("address", help="such as your own")

    def handle(self, *args: Any, address: str, **options: Any) -> None:
        try:
            answer = send_test(email_address(address))
        except NotAnAddress as trouble:
            raise Sorry(f"{address} is not an e-mail address.") from trouble
        except DoesNotGo as trouble:
            raise Sorry(str(trouble)) from trouble
        self.stdout.write(f"The mail server took it{f', and said: {answer}' if answer else ''}.")
        self.stdout.write(f"Please look whether it has arrived at {address}, also in the junk folder.")
