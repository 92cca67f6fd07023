"""What every page asks of the database: the table queries.csv, and how it is counted and written."""

import csv
from collections.abc import Iterable
from pathlib import Path

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.house.permissions import rows as permissions

TABLE = Path(__file__).with_name("queries.csv")
ROLES = ("stranger", "member", "convenor")
ROWS = (1, 3, 50)
# Of a test, which is a transaction already. Outside of one they are not there.
OF_TRANSACTIONS = ("SAVEPOINT", "RELEASE", "ROLLBACK")


COLUMNS = [f"{role} {number}" for role in ROLES for number in ROWS]


def table() -> dict[str, dict[str, str]]:
    """By address, in each column a number; nothing where no page is shown."""
    with TABLE.open() as file:
        return {line["address"]: line for line in csv.DictReader(file, skipinitialspace=True)}


def pages(role: str) -> list[str]:
    """Addresses that show a page of the sample to whoever this is."""
    shown = [row for row in permissions() if row.house == "sample" and row.method == "GET"]
    return [row.address for row in shown if row.answers[role] == "200"]


def count(client: Client, address: str) -> int:
    with CaptureQueriesContext(connection) as queries:
        client.get(address)
    return sum(not query["sql"].startswith(OF_TRANSACTIONS) for query in queries)


def in_the_table(number: int) -> dict[tuple[str, str], int]:
    """What is asked at so many rows, by address and role."""
    return {
        (address, role): int(line[f"{role} {number}"])
        for address, line in table().items()
        for role in ROLES
        if line[f"{role} {number}"]
    }


def write(number: int, counted: dict[tuple[str, str], int]) -> None:
    """The columns of so many rows anew, the others as they are."""
    before = table() if TABLE.exists() else {}
    new = {
        address: {f"{role} {number}": str(counted.get((address, role), "")) for role in ROLES}
        for address in {address for address, _ in counted} | set(before)
    }
    lines = [[address, *map((before.get(address, {}) | new[address]).get, COLUMNS)] for address in sorted(new)]
    cells = [["address", *COLUMNS], *([cell or "" for cell in line] for line in lines if any(line[1:]))]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    TABLE.write_text("".join(_line(line, widths) for line in cells))


def _line(cells: Iterable[str], widths: list[int]) -> str:
    padded = [f"{cell},".ljust(width + 2) for cell, width in zip(cells, widths, strict=True)]
    return "".join(padded).rstrip().removesuffix(",") + "\n"
