"""Starting what is measured, and what the system says about it: processor time and memory of a whole tree of processes."""

import http.client
import os
import signal
import subprocess
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True)
class Target:
    """One address to ask, the process that began its server, and what to say when asking."""

    name: str
    address: str
    process: int
    headers: tuple[tuple[str, str], ...] = (("Accept", "text/html"),)


@contextmanager
def running(command: list[str], log: Path, environment: dict[str, str]) -> Iterator[subprocess.Popen[bytes]]:
    """A server for as long as the block lasts. Ends only what it started."""
    with log.open("ab") as out:
        server = subprocess.Popen(command, stdout=out, stderr=out, env=environment, cwd=log.parent)
        try:
            yield server
        finally:
            server.terminate()
            try:
                server.wait(40)
            except subprocess.TimeoutExpired:
                server.kill()
                server.wait()


def first_answer(address: str, patience: float = 90) -> float:
    """Seconds until this address first answers with 200."""
    begun, place = time.perf_counter(), urlsplit(address)
    while time.perf_counter() - begun < patience:
        try:
            line = http.client.HTTPConnection(place.hostname or "", place.port, timeout=30)
            line.request("GET", place.path, headers={"Accept": "text/html"})
            if line.getresponse().status == 200:
                return time.perf_counter() - begun
        except OSError:
            pass
        time.sleep(0.01)
    raise SystemExit(f"{address} does not answer with 200. See the logs beside the data.")


def tree(root: int) -> set[int]:
    """A process with all that it started, and all that those started."""
    children: dict[int, list[int]] = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit() and (stat := _stat(int(entry.name))):
            children.setdefault(int(stat[1]), []).append(int(entry.name))
    found: set[int] = set()
    waiting = [root]
    while waiting:
        found.add(process := waiting.pop())
        waiting += children.get(process, [])
    return found


def stop(root: int) -> set[int]:
    """Nobody in the tree moves any more, nor whoever was being born meanwhile. A signal to the group would reach the first only:
    those in a house live in sessions of their own."""
    stopped: set[int] = set()
    while new := tree(root) - stopped:
        send(signal.SIGSTOP, new)
        stopped |= new
    return stopped


def kill(root: int) -> None:
    """Everybody at once with -9, without a word."""
    send(signal.SIGKILL, stop(root))


def send(what: signal.Signals, processes: Iterable[int]) -> None:
    for process in processes:
        with suppress(ProcessLookupError):
            os.kill(process, what)


def processor_seconds(root: int) -> float:
    """Of all that are there, and of those of them that have ended: a server may replace its workers, and a database does."""
    stats = [_stat(process) for process in tree(root)]
    return sum(int(ticks) for stat in stats if stat for ticks in stat[11:15]) / TICKS


def proportional_megabytes(root: int) -> float:
    """Memory with shared pages divided among those who share them (PSS)."""
    total = 0
    for process in tree(root):
        rollup = Path(f"/proc/{process}/smaps_rollup").read_text()
        total += next(int(line.split()[1]) for line in rollup.splitlines() if line.startswith("Pss:"))
    return total / 1024


def _stat(process: int) -> list[str]:
    """The fields after the name in brackets, which may itself hold brackets; nothing if the process is gone."""
    try:
        return Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()
    except OSError:
        return []
