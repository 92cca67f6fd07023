"""Who may do what: the table permissions.csv, and all addresses that this house answers to."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import resolve_url
from django.urls import URLPattern, URLResolver, get_resolver, resolve

TABLE = Path(__file__).with_name("permissions.csv")
ROLES = ("stranger", "member", "convenor", "other convenor", "keeper")
METHODS = {"GET", "POST"}
# Of a session: such an address takes nothing else.
A_UID = "00000000-0000-4000-8000-000000000000"


@dataclass(frozen=True)
class Row:
    """One address and method in one kind of house, what is sent with it, and what everybody gets to see."""

    house: str
    address: str
    method: str
    sent: str
    answers: dict[str, str]

    @property
    def pattern(self) -> str:
        match = resolve(self.address.format_map(Standing()))
        return match.route


class Standing(dict[str, str]):
    """Stands in for `{things}` in an address while only its shape is asked for."""

    def __missing__(self, name: str) -> str:
        return A_UID if name == "held" or name.endswith("uid") else "1"


def rows() -> list[Row]:
    with TABLE.open() as table:
        return [
            Row(
                line["house"],
                line["address"],
                line["method"],
                line["sent"] or "",
                {role: line[role].strip() for role in ROLES},
            )
            for line in csv.DictReader(table, skipinitialspace=True)
        ]


def without_a_row(table: list[Row]) -> set[tuple[str, str]]:
    """Addresses and methods of which the table does not say who may use them."""
    return {(pattern, method) for pattern in patterns() for method in METHODS} - {
        (row.pattern, row.method) for row in table
    }


def patterns() -> Iterator[str]:
    return _inside(get_resolver(), "")


def answer_in_short(response: HttpResponse) -> str:
    """The status; or `sign in`, when that is where it sends people."""
    to_sign_in = response.status_code == 302 and response["Location"].startswith(
        f"{resolve_url(settings.LOGIN_URL)}?next="
    )
    return "sign in" if to_sign_in else str(response.status_code)


def _inside(resolver: URLResolver, before: str) -> Iterator[str]:
    for entry in resolver.url_patterns:
        route = before + str(entry.pattern)
        if isinstance(entry, URLPattern):
            yield route
        else:
            yield from _inside(entry, route)
