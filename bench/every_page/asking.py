"""Asking for one page as one of them. Whatever it did is undone, so that the next finds everything as it was."""

import hashlib
import io
import re
import zipfile
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

from django.apps import apps
from django.conf import settings
from django.contrib.auth import get_user_model
from django.db import transaction
from django.http import HttpResponse
from django.test import Client

from bench.every_page.reading import Filled
from bench.every_page.still import hours, luck

ROLES: dict[str, dict[str, str]] = {
    "stranger": {},
    "member": {"email": "amina.appletree@example.org"},
    "convenor": {"name": "Rex Haigh"},
    "keeper": {"email": "keeper@example.org"},
}
HEADERS = ("Location", "Content-Type", "Content-Disposition", "Cache-Control", "Vary", "Content-Security-Policy")
# Drawn anew each time it is asked for, how often a view asks nobody sees; and files bear a hash or a name of ours.
OF_NO_ACCOUNT = [
    (re.compile(r'(name="csrfmiddlewaretoken" value=")[^"]+'), r"\1TOKEN"),
    (re.compile(r"/static/[\w./-]+\.(\w+)"), r"/static/FILE.\1"),
]
# The real moment and a number of its own: a PDF is made in a process of its own, which knows nothing of ours.
A_PDF_SAYS_WHEN = re.compile(rb"\(D:[^)]*\)|/ID ?\[[^]]*\]|<(xmp\w*:\w*(?:Date|ID))>[^<]*</\1>")


class Visitor:
    """One of them, with their own browser."""

    def __init__(self, role: str, stand: str) -> None:
        self.role, self.stand, self.session = role, stand, ""
        if who := ROLES[role]:
            client = Client()
            luck.begin(f"{stand} {role} signs in")
            client.force_login(get_user_model().objects.get(**who))
            self.session = client.cookies[settings.SESSION_COOKIE_NAME].value

    def get(self, path: str) -> tuple[HttpResponse, str]:
        return self._ask("GET", path, [])

    def post(self, path: str, filled: Filled) -> tuple[HttpResponse, str]:
        return self._ask("POST", path, filled)

    def do(self, path: str, filled: Filled) -> HttpResponse:
        """Press, and let it stand."""
        return self._browser(f"does {path} {filled}").post(path, dict(filled))

    def _browser(self, what_for: str) -> Client:
        client = Client(raise_request_exception=False, HTTP_HOST="localhost:8000", HTTP_ACCEPT="text/html")
        if self.session:
            client.cookies[settings.SESSION_COOKIE_NAME] = self.session
        luck.begin(f"{self.stand} {self.role} {what_for}")
        hours.pass_one()
        return client

    def _ask(self, method: str, path: str, filled: Filled) -> tuple[HttpResponse, str]:
        """The answer, and all that is to be kept of it, with the pages that it led to and the e-mails that it wrote."""
        client = self._browser(f"{method} {path} {filled}")
        sent = "&".join(f"{quote(name)}={quote(value)}" for name, value in filled)
        with transaction.atomic():
            before = newest_email()
            answers = [client.generic(method, path, sent, "application/x-www-form-urlencoded")]
            if answers[0].status_code in {302, 303} and method == "POST" and answers[0]["Location"].startswith("/"):
                answers.append(client.get(answers[0]["Location"]))
            kept = [f"{self.role}: {method} {path} {sent}".strip(), *map(in_full, answers), *emails(since=before)]
            transaction.set_rollback(True)
        return answers[0], "\n\n".join(kept) + "\n"


def in_full(answer: HttpResponse) -> str:
    heading = [str(answer.status_code), *(f"{name}: {answer[name]}" for name in HEADERS if name in answer)]
    return "\n".join([*heading, "", of_account(answer)])


def of_account(answer: HttpResponse) -> str:
    body = b"".join(answer) if answer.streaming else answer.content
    kind = answer.get("Content-Type", "")
    if body[:4] == b"PK\3\4":
        return "\n".join(unpacked(body))
    if kind.startswith(("text/", "application/json", "application/atom", "image/svg")) or not body:
        return plain(body.decode())
    body = A_PDF_SAYS_WHEN.sub(b"", body)
    return f"{len(body)} bytes, {hashlib.sha256(body).hexdigest()}"


def plain(text: str) -> str:
    for pattern, instead in OF_NO_ACCOUNT:
        text = pattern.sub(instead, text)
    return text


def unpacked(body: bytes) -> Iterator[str]:
    with zipfile.ZipFile(io.BytesIO(body)) as folder:
        for name in folder.namelist():
            yield f"--- {plain('/static/' + name) if name.endswith(('.css', '.js')) else name}"
            if name.endswith((".html", ".xml", ".txt", ".json", ".svg", ".rels", ".ics")):
                yield plain(folder.read(name).decode())


def newest_email() -> int:
    return max(_emails().values_list("pk", flat=True), default=0)


def emails(since: int) -> list[str]:
    """Those that were written after this one, field by field."""
    of_account = (
        "address",
        "kind",
        "language",
        "subject",
        "text",
        "html",
        "calendar",
        "fewer_at",
        "state",
        "message_id",
    )
    rows = _emails().filter(pk__gt=since).order_by("pk").values_list(*of_account)
    return ["\n".join(["E-MAIL", *map(str, row)]) for row in rows]


def _emails() -> Any:
    """By what it is made of: its name may change."""
    wanted = {"address", "subject", "text", "html"}
    models = apps.get_app_config("outbox").get_models()
    return next(m for m in models if wanted <= {field.name for field in m._meta.fields})._default_manager
