"""python -m tests.judges.known_holes: does an index know of a hole in what we use? Exit status 1 when it does.

pip-audit ends with 0 also when no index answered it, so its words are read and not its exit status.
"""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

LOCK = Path(__file__).resolve().parents[2] / "requirements/app.txt"
QUESTION = ["--progress-spinner", "off", "--disable-pip", "--no-deps", "--require-hashes", "--format", "json"]


def main() -> int:
    command = [sys.executable, "-m", "pip_audit", *QUESTION, "-r", str(LOCK)]
    answer = subprocess.run(command, capture_output=True, text=True, check=False).stdout
    packages = json.loads(answer)["dependencies"] if answer.startswith("{") else []
    sys.stdout.write(f"{in_words(packages)}\n")
    return int(any(package.get("vulns") for package in packages))


def in_words(packages: list[dict[str, Any]]) -> str:
    """What was looked up, what was not, and each hole with the version that mends it."""
    holes = [
        f"{package['name']} {package['version']}: {hole['id']}, mended in {', '.join(hole['fix_versions']) or 'no version yet'}"
        for package in packages
        for hole in package.get("vulns", [])
    ]
    looked_up = sum("vulns" in package for package in packages)
    if not packages or looked_up < len(packages):
        holes.append(
            f"Not looked up: {len(packages) - looked_up or 'any'} of our packages, because no index answers here."
        )
    return "\n".join(holes) or f"No known hole in {looked_up} packages."


if __name__ == "__main__":
    sys.exit(main())
