"""The files of this checkout, without what was made on this machine."""

import os
import tomllib
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
MADE_HERE = {
    ".git",
    ".venv",
    "node_modules",
    "schedule-tools",
    "data",
    "__pycache__",
    "build",
    "dist",
    "htmlcov",
    ".hypothesis",
}
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())


def files(*suffixes: str, under: str = ".") -> list[Path]:
    """All files with one of these endings, relative to the checkout."""
    return sorted(path.relative_to(ROOT) for path in _walk(ROOT / under) if not suffixes or path.suffix in suffixes)


def text(path: Path) -> str:
    return (ROOT / path).read_text(errors="ignore")


def templates() -> list[Path]:
    """Every page, part of a page and e-mail."""
    return [path for path in files(".html", ".txt", under="goldenthread") if "templates" in path.parts]


def code() -> list[Path]:
    """Python that people write: no migrations."""
    return [path for path in files(".py") if "migrations" not in path.parts]


def floors() -> dict[str, int]:
    """The number of the floor that each room stands on, as import-linter knows it."""
    layers: list[str] = PYPROJECT["tool"]["importlinter"]["contracts"][0]["layers"]
    return {
        room.strip(" ()"): number for number, layer in enumerate(reversed(layers), start=1) for room in layer.split("|")
    }


def _walk(top: Path) -> Iterator[Path]:
    for folder, inner, names in os.walk(top):
        inner[:] = [name for name in inner if name not in MADE_HERE and not name.endswith(("_cache", ".egg-info"))]
        yield from (Path(folder) / name for name in names if not name.startswith(".coverage"))
