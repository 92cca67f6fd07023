import logging
import multiprocessing
from functools import partial

from granian import Granian
from granian.constants import Interfaces
from granian.log import LogLevels

from goldenthread.desk.serving.lifeline import Lifeline
from goldenthread.kit.one_at_a_time import THREADS, Application, OneAtATime
from goldenthread.kit.whole_body import WholeBody


def serve_pages(application: Application, *, host: str, port: int, workers: int) -> None:
    """Answer requests until told to stop. Of the threads one works at a time; the others wait, and keep nobody waiting."""
    multiprocessing.set_start_method("fork", force=True)
    logging.getLogger("_granian").addFilter(_is_news)
    server = Granian(
        "goldenthread.wsgi:application",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=workers,
        blocking_threads=THREADS,
        websockets=False,
        log_level=LogLevels.warning,
        respawn_failed_workers=True,
    )
    server.serve(target_loader=partial(_in_the_worker, Lifeline(), application), wrap_loader=False)


def _in_the_worker(lifeline: Lifeline, application: Application) -> Application:
    lifeline.hold()
    return WholeBody(OneAtATime(application))


def _is_news(record: logging.LogRecord) -> bool:
    """Granian counts threads and warns that they would compete. Ours take turns."""
    return "Python threads" not in record.getMessage()
