import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from getpass import getpass
from typing import Any

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.core.management.base import BaseCommand, CommandParser

from goldenthread.desk.preparing import bring_up_to_date
from goldenthread.desk.setting_up import checked, checked_address, checked_keeper, checked_mail, mail_url
from goldenthread.desk.sorry import Sorry
from goldenthread.kit.models import House
from goldenthread.kit.settings_file import write_settings
from goldenthread.people.models import Keeping

NOBODY_TO_ASK = (
    "nobody can be asked here, because this is no terminal. Please give the answers: "
    "--address https://home.example.org --email smtp+tls://user:password@mail.example.org:587 --keeper you@example.org "
    "(--address '' for this machine only, --email '' for no e-mail yet)."
)


class Command(BaseCommand):
    help = "Asks for the address of this site, its mail server and its keeper, tries them, and writes them down. Can be run again."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--address", help="where people find it, such as https://home.example.org")
        parser.add_argument("--email", help="the mail server, such as smtp+tls://user:password@mail.example.org:587")
        parser.add_argument(
            "--sender", default="", help="the address that e-mails come from, if it is not the user above"
        )
        parser.add_argument("--keeper", help="the e-mail address of whoever runs this site")

    def handle(self, *args: Any, sender: str, **options: Any) -> None:
        answers = [options[name] for name in ("address", "email", "keeper")]
        if None in answers and not sys.stdin.isatty():
            raise Sorry(NOBODY_TO_ASK)
        bring_up_to_date(self.stdout.write)
        address, mail, keeper = (
            _right(given, check) if given is not None else _asked(ask, check, self.stdout.write)
            for given, (ask, check) in zip(answers, QUESTIONS, strict=True)
        )
        values = _checked(address, mail, sender)
        self.stdout.write(f"Saved in {write_settings(settings.DATA_DIR, values)}. To change it, run this again.")
        self._try_out(keeper, values)

    def _try_out(self, keeper: str, values: Mapping[str, str]) -> None:
        """In processes of their own, which begin with the new settings: our environment holds those of before."""
        if not values["EMAIL_URL"]:
            self.stdout.write("No e-mail goes out yet: people can book and sign in only once there is a mail server.")
        elif _goldenthread("email", keeper, settings=values):
            self.stdout.write(
                "So the test e-mail did not go. The settings are saved; run this again when you know more."
            )
        if House.objects.exists():
            _goldenthread("keeper", keeper, settings=values)
        else:
            self.stdout.write(
                f"Now open it (goldenthread serve). It says where to begin; there, give {keeper} as your e-mail."
            )
        self.stdout.write("If it is open already, close it and open it again: it reads its settings when it opens.")


def _goldenthread(*words: str, settings: Mapping[str, str]) -> int:
    sys.stdout.flush()
    command = [sys.executable, "-m", "goldenthread", *words]
    return subprocess.run(command, check=False, env={**os.environ, **settings}).returncode  # noqa: S603 - our own


def _checked(address: str, mail: str, sender: str) -> Mapping[str, str]:
    try:
        return checked(address, mail, sender, settings.TRUSTED_PROXIES, settings.EMAIL_URL)
    except ImproperlyConfigured as trouble:
        raise Sorry(str(trouble)) from trouble


def _right(answer: str, check: Callable[[str], str]) -> str:
    try:
        return check(answer)
    except ImproperlyConfigured as trouble:
        raise Sorry(str(trouble)) from trouble


def _asked(ask: Callable[[], str], check: Callable[[str], str], say: Callable[[str], object]) -> str:
    """Until the answer can be right, so that nobody types the others again."""
    while True:
        try:
            return _right(ask(), check)
        except Sorry as trouble:
            say(f"   Sorry: {trouble}")
        except (EOFError, KeyboardInterrupt) as end:
            raise Sorry(
                "you stopped before the last question, so nothing is saved. Run this again at any time."
            ) from end


def _ask(question: str, before: str) -> str:
    typed = input(f"{question}{f' [{before}]' if before else ''}: ").strip()
    return typed or before


def _address() -> str:
    return _ask(
        "1. Where will people find this site? Such as https://home.example.org; empty: on this machine only",
        settings.SITE_ADDRESS,
    )


def _mail() -> str:
    """An address of a mail server is full of signs that nobody should have to quote, so it is put together from what people know."""
    server = settings.EMAIL_HOST if settings.EMAIL_URL else ""
    typed = _ask("2. Which mail server sends your e-mails? Such as mail.example.org; empty: none yet", server)
    if typed == server:
        return str(settings.EMAIL_URL)
    if not typed or "://" in typed:
        return typed
    user = input("   Your user name there (empty: none is needed): ").strip()
    return mail_url(typed, user, getpass("   The password: ") if user else "")


def _keeper() -> str:
    first = Keeping.objects.filter(until=None).order_by("pk").first()
    before = first.person.email if first else ""
    return _ask("3. What is the e-mail address of the keeper, who runs this site?", before or "")


QUESTIONS = ((_address, checked_address), (_mail, checked_mail), (_keeper, checked_keeper))
