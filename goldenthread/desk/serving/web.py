import multiprocessing
from collections.abc import Callable
from functools import partial
from typing import Any

from granian import Granian
from granian.constants import Interfaces
from granian.log import LogLevels

from goldenthread.desk.serving.lifeline import Lifeline

Application = Callable[..., Any]


def serve_pages(application: Application, *, host: str, port: int, workers: int) -> None:
    """Answer requests until told to stop. Measured: one thread per process is best; more only wait for each other."""
    multiprocessing.set_start_method("fork", force=True)
    server = Granian(
        "goldenthread.wsgi:application",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=workers,
        blocking_threads=1,
        websockets=False,
        log_level=LogLevels.warning,
        respawn_failed_workers=True,
    )
    server.serve(target_loader=partial(_in_the_worker, Lifeline(), application), wrap_loader=False)


def _in_the_worker(lifeline: Lifeline, application: Application) -> Application:
    lifeline.hold()
    return application
