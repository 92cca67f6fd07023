"""The Nu checker, which knows every rule of HTML."""

import json
import subprocess
from pathlib import Path

from tests.needed import find


def ask_vnu(pages: dict[str, str], folder: Path) -> dict[str, list[str]]:
    """The errors of each page. All are shown to it in one call: it takes its time to wake up."""
    files = {folder / f"{number}.html": name for number, name in enumerate(pages)}
    for file, name in files.items():
        file.write_text(pages[name])
    command: list[str | Path] = [
        find("java"),
        "-jar",
        find("vnu"),
        "--errors-only",
        "--format",
        "json",
        "--exit-zero-always",
        *files,
    ]
    process = subprocess.run(command, capture_output=True, text=True, check=True)
    errors: dict[str, list[str]] = {name: [] for name in pages}
    for message in json.loads(process.stderr)["messages"]:
        errors[files[folder / message["url"].rsplit("/", 1)[1]]].append(
            f"line {message.get('lastLine')}: {message['message']}"
        )
    return errors
