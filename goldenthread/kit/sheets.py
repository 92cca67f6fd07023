"""The look of the house: many small sheets in goldenthread/css, one file for the browser."""

import shutil
import tempfile
import weakref
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import rcssmin
from django.contrib.staticfiles.finders import BaseFinder
from django.core.checks import CheckMessage
from django.core.files.storage import FileSystemStorage

SHEETS = Path(__file__).resolve().parent.parent / "css"
JOINED = "thread.css"


def joined() -> str:
    """All sheets in the order of their names, without comments and spare space."""
    return str(rcssmin.cssmin("\n".join(path.read_text(encoding="utf-8") for path in sorted(SHEETS.glob("*.css")))))


class SheetFinder(BaseFinder):
    """Shows Django's static files one more file, thread.css, that nobody keeps: it is joined when asked for."""

    def __init__(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="sheets-"))
        self.storage = FileSystemStorage(location=self.folder)
        weakref.finalize(self, shutil.rmtree, self.folder, ignore_errors=True)

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
        where = self.folder / JOINED
        where.write_text(joined(), encoding="utf-8")
        return str(where)
