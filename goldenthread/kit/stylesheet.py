"""The look of the house: small sheets in the css/ of each room, one file for the browser."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import rcssmin
from django.apps import apps
from django.conf import settings
from django.contrib.staticfiles.finders import BaseFinder
from django.core.checks import CheckMessage
from django.core.files.storage import FileSystemStorage

GROUND = Path(__file__).resolve().parent.parent / "css"
JOINED = "thread.css"


def folders() -> dict[str, Path]:
    """The folder of each layer's sheets, from the ground up. Settings list the rooms from above."""
    rooms = [app for app in apps.get_app_configs() if app.name.startswith("goldenthread.")]
    return {"ground": GROUND} | {room.label: Path(room.path) / "css" for room in reversed(rooms)}


def joined() -> str:
    """All sheets, each room's in a layer of its own, without comments and spare space.

    A layer has its way over all layers below it, however plain its selectors are: so a room may change the look of what it
    builds on, and never the look of what stands above it.
    """
    layers = {
        name: [path.read_text(encoding="utf-8") for path in _sheets(folder)] for name, folder in folders().items()
    }
    return str(
        rcssmin.cssmin("\n".join(f"@layer {name} {{\n{''.join(sheets)}}}" for name, sheets in layers.items() if sheets))
    )


def _sheets(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.css"))


class StylesheetFinder(BaseFinder):
    """Shows Django's static files one more file, thread.css, which is joined when asked for."""

    def __init__(self) -> None:
        self.folder = Path(settings.DATA_DIR) / "sheets"
        self.storage = FileSystemStorage(location=self.folder)

    def check(self, **kwargs: Any) -> list[CheckMessage]:
        """Nothing can be set wrongly here."""
        return []

    def find(self, path: str, find_all: bool = False, **kwargs: Any) -> Any:  # noqa: FBT001, FBT002 (Django's signature)
        """Where the joined sheet lies now, if that is what is looked for."""
        if path != JOINED:
            return []
        where = self._write()
        return [where] if find_all else where

    def list(self, ignore_patterns: Iterable[str] | None) -> Iterator[tuple[str, FileSystemStorage]]:
        """What `collectstatic` takes from here."""
        self._write()
        yield JOINED, self.storage

    def _write(self) -> str:
        where, sheet = self.folder / JOINED, joined()
        # An unchanged sheet keeps its date, so that nobody collects static files again for nothing.
        if not where.exists() or where.read_text(encoding="utf-8") != sheet:
            self.folder.mkdir(parents=True, exist_ok=True)
            draft = where.with_suffix(f".{os.getpid()}")
            draft.write_text(sheet, encoding="utf-8")
            draft.replace(where)
        return str(where)
