"""From page to page: along every link, to every address that no link led to, and through every form."""

from collections import Counter, deque
from collections.abc import Iterator
from itertools import product
from pathlib import Path

from django.apps import apps
from django.db.models import CharField
from django.urls import Resolver404, URLPattern, URLResolver, get_resolver, resolve

from bench.every_page.asking import Visitor
from bench.every_page.reading import Page, inside

FIRST = ("/", "/gatherings/", "/gatherings/launch/", "/me/", "/post-room/")
# So many of a kind: of a hundred and twenty persons the hundredth page says nothing new.
OF_A_KIND = 3
Kind = tuple[str, ...]


class Walk:
    """One visitor in one house at one moment."""

    def __init__(self, visitor: Visitor, folder: Path) -> None:
        self.visitor, self.folder = visitor, folder
        self.seen, self.kinds, self.waiting = set[str](), Counter[Kind](), deque[str]()
        self.reached: set[str] = set()

    def everywhere(self) -> None:
        for path in FIRST:
            self._remember(path)
        self._along_the_links()
        for path in list(known_addresses(self.reached)):
            self._remember(path)
        self._along_the_links()

    def _along_the_links(self) -> None:
        while self.waiting:
            self._look(self.waiting.popleft())

    def _look(self, path: str) -> None:
        answer, kept = self.visitor.get(path)
        if answer.status_code != 404 or path in FIRST:
            self._write(f"GET {path}", kept)
            self.reached.add(route(path))
        if answer.get("Content-Type", "").startswith("text/html") and not answer.streaming:
            page = Page(path, answer.content.decode())
            for link in page.links:
                self._remember(inside(link, path))
            for form in page.forms:
                for filled in form.ways():
                    self._press(inside(form.action, path), filled)
        elif answer.get("Location", "").startswith("/"):
            self._remember(answer["Location"])

    def _press(self, path: str | None, filled: list[tuple[str, str]]) -> None:
        what = [f"{name}={value}" if name in {"act", "do"} else name for name, value in filled]
        if path and self._is_new("POST", path, *what):
            number = self.kinds["POST", route(path)] = self.kinds["POST", route(path)] + 1
            self._write(f"POST {path} {number:03}", self.visitor.post(path, filled)[1])

    def _remember(self, path: str | None) -> None:
        if path and path not in self.seen and self._is_new("GET", path):
            self.seen.add(path)
            self.waiting.append(path)

    def _is_new(self, method: str, path: str, *what: str) -> bool:
        asked = path.partition("?")[2].split("&")
        kind = (method, route(path), *what, *(part.partition("=")[0] for part in asked))
        self.kinds[kind] += 1
        return self.kinds[kind] <= OF_A_KIND

    def _write(self, name: str, kept: str) -> None:
        (self.folder / f"{name.replace('/', '|')[:180]}.txt").write_text(kept)


def route(path: str) -> str:
    try:
        return resolve(path.partition("?")[0]).route
    except Resolver404:
        return path


def routes(resolver: URLResolver | None = None, before: str = "") -> Iterator[tuple[str, list[str]]]:
    """Every address of this house, with the kinds of what stands in it."""
    for entry in (resolver or get_resolver()).url_patterns:
        whole = before + str(entry.pattern)
        if isinstance(entry, URLPattern):
            yield whole, [piece.partition(">")[0] for piece in whole.split("<")[1:]]
        else:
            yield from routes(entry, whole)


def known_addresses(reached: set[str]) -> Iterator[str]:
    """Where no link led: with the keys and numbers of rows that there are."""
    keys = known_keys()
    for whole, pieces in routes():
        if whole in reached:
            continue
        ways = [
            ["launch"] if piece == "slug:slug" else "1 2 3".split() if piece.startswith("int") else keys
            for piece in pieces
        ]
        for values in product(*ways):
            path = f"/{whole}"
            for piece, value in zip(pieces, values, strict=True):
                path = path.replace(f"<{piece}>", value)
            yield path


def known_keys() -> list[str]:
    """The first keys of every kind of row that has one."""
    return [
        str(key)
        for model in apps.get_models()
        for column in model._meta.fields
        if isinstance(column, CharField) and column.unique and column.default is not None
        for key in model._default_manager.exclude(**{f"{column.name}__contains": "@"})
        .order_by("pk")
        .values_list(column.name, flat=True)[:2]
    ]
