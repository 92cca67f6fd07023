"""The few settings that `goldenthread setup` asks for, in a file beside the data. Anybody may add others by hand."""

import os
import re
from collections.abc import Mapping
from pathlib import Path

SETTINGS_FILE = "settings.env"
ABOVE = "# Settings of this site: docs/running.md tells them all. What the environment says itself counts before these."
NAME = re.compile(r"(?:export )?(\w+)=")


def write_settings(folder: Path, values: Mapping[str, str]) -> Path:
    """These, and every line that somebody else wrote. Its owner alone may read it: it holds a password."""
    file = folder / SETTINGS_FILE
    before = file.read_text().splitlines() if file.exists() else [ABOVE]
    kept = [line for line in before if not ((name := NAME.match(line)) and name[1] in values)]
    lines = [*kept, *(f"{name}='{value}'" for name, value in values.items() if value)]
    draft = file.with_suffix(".draft")
    handle = os.open(draft, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "w") as text:
        text.write("\n".join(lines) + "\n")
    draft.replace(file)
    return file
