"""What the numbers were taken on."""

import os
import platform
import shutil
import subprocess
from importlib.metadata import PackageNotFoundError
from importlib.metadata import version as installed
from pathlib import Path


def machine() -> dict[str, str]:
    return {
        "Machine": f"{os.cpu_count()} cores ({_told('/proc/cpuinfo', 'model name')}), {_memory()} GiB, "
        f"{platform.system()} {platform.release()}",
        "Load when begun": Path("/proc/loadavg").read_text().split()[0],
        "Versions": ", ".join(
            [f"Python {platform.python_version()}", *map(_installed, ("django", "granian", "pysqlite3")), _nginx()]
        ),
        "Commit": _first_line("git", "rev-parse", "--short", "HEAD"),
    }


def peer_version(place: Path, name: str, on: str = "django", workers: int = 2) -> str:
    python = place / name / "venv/bin/python"
    if not (place / name / "ready").exists():
        return f"{name} was not set up (bench/peers/{name}.sh)"
    what = f"from importlib.metadata import version as v; print('{name}', v('{name}'), 'on {on}', v('{on}'))"
    return f"{_first_line(str(python), '-c', what)}, gunicorn with {workers} workers, {_first_line(str(python), '-V')}"


def _installed(name: str) -> str:
    try:
        return f"{name} {installed(name)}"
    except PackageNotFoundError:
        return f"no {name}"


def _nginx() -> str:
    program = shutil.which("nginx") or shutil.which("/usr/sbin/nginx")
    return _first_line(program, "-v").removeprefix("nginx version: ") if program else "no nginx"


def _first_line(*command: str) -> str:
    told = subprocess.run(command, capture_output=True, text=True, check=False)
    return (told.stdout + told.stderr).strip().split("\n")[0]


def _told(file: str, key: str) -> str:
    lines = Path(file).read_text().splitlines()
    return next((line.split(":", 1)[1].strip() for line in lines if line.startswith(key)), "unknown")


def _memory() -> int:
    return round(int(_told("/proc/meminfo", "MemTotal").split()[0]) / 2**20)
