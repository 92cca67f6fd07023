"""The file that a house travels in: a plain tar with a label that says what is inside, part by part."""

import hashlib
import io
import json
import shutil
import tarfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from django.utils import timezone

from goldenthread import __version__
from goldenthread.desk.sorry import Sorry

LABEL = "house.json"


def pack(parcel: Path, contents: Iterable[tuple[str, Path]]) -> None:
    digests = {}
    with tarfile.open(parcel, "w") as tar:
        for name, file in contents:
            tar.add(file, name)
            digests[name] = _digest(file)
        label = {"golden_thread": __version__, "made_at": timezone.now().isoformat(), "contents": digests}
        text = json.dumps(label, indent=1).encode()
        member = tarfile.TarInfo(LABEL)
        member.size = len(text)
        tar.addfile(member, io.BytesIO(text))


def unpack(parcel: Path, place: Path) -> dict[str, Any]:
    """Take every part out, compare it with what the label says, and return the label."""
    try:
        with tarfile.open(parcel) as tar:
            label = json.load(tar.extractfile(LABEL) or io.BytesIO())
            str(label["golden_thread"])
            for name, digest in label["contents"].items():
                _take_out(tar, name, place)
                if _digest(place / name) != digest:
                    raise Sorry(f"{parcel} is damaged: {name} is not what was put in.")
            return dict(label)
    except FileNotFoundError as missing:
        raise Sorry(f"there is no file {parcel}.") from missing
    except (OSError, tarfile.TarError, KeyError, ValueError, TypeError, AttributeError) as trouble:
        # What the libraries say of it has six lines and helps nobody.
        raise Sorry(f"{parcel} is not a backup of Golden Thread, or not a whole one.") from trouble


def _take_out(tar: tarfile.TarFile, name: str, place: Path) -> None:
    to = place / name
    # A backup may come from somebody else: nothing in it may be written anywhere but here.
    if not to.resolve().is_relative_to(place.resolve()):
        raise ValueError(name)
    part = tar.extractfile(name)
    if part is None:
        raise ValueError(name)
    to.parent.mkdir(parents=True, exist_ok=True)
    with to.open("wb") as file:
        shutil.copyfileobj(part, file)


def _digest(file: Path) -> str:
    with file.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()
