import gc
import sys
from collections.abc import Callable
from functools import partial

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.core.management import CommandError, call_command
from django.core.wsgi import get_wsgi_application
from django.db import Error
from django.urls import get_resolver

from goldenthread.desk.open_house import InUse, open_house, the_only_door
from goldenthread.desk.serving.addresses import refuse_if_taken, refuse_to_stand_open, remember
from goldenthread.desk.serving.supervisor import Supervisor, fork
from goldenthread.desk.serving.warming import warm_up
from goldenthread.desk.serving.web import serve_pages
from goldenthread.desk.sorry import Sorry
from goldenthread.kit.address import absolute, house_address
from goldenthread.kit.connections_in_turn import ConnectionsInTurn
from goldenthread.kit.page_cache import PageCache

# How many more things than before there may be until Python looks for those that nobody can reach any more.
THINGS_BEFORE_LOOKING = 20_000
# After how many seconds a long page lets the next one of its process have a turn. Python's 0.005 is four times a stranger's whole page.
TURN = 0.0005


Say = Callable[[str], object]


class StartUp:
    """Everything between the command and the first page."""

    def __init__(self, host: str, port: int, workers: int, *, prepare: Callable[[Say], object]) -> None:
        self.host, self.port, self.workers = host, port, workers
        self.prepare = prepare

    def run(self) -> int:
        refuse_to_stand_open(self.host)
        refuse_if_taken(self.host, self.port)
        try:
            with open_house(settings.DATA_DIR):
                return self._open_once()
        except InUse as in_use:
            raise Sorry("a backup is being restored. Try again when it is done.") from in_use

    def _open_once(self) -> int:
        """Two that serve one house would each tell everybody that it is at their own door."""
        try:
            with the_only_door(settings.DATA_DIR):
                remember(self.host, self.port)
                return self._open()
        except InUse as in_use:
            raise Sorry(
                f"this site is open already, at {house_address()}. Close it first, then open it again."
            ) from in_use

    def _open(self) -> int:
        # In a child, so that neither the database nor what it took to prepare stays in the memory that all share.
        preparing = fork.Process(target=_told_plainly, args=(self.prepare,))
        preparing.start()
        # Meanwhile read the code of all pages, once for everybody.
        _ = get_resolver().url_patterns
        preparing.join()
        if preparing.exitcode:
            return 1
        django = get_wsgi_application()
        warm_up(django)
        application = ConnectionsInTurn(PageCache(django))
        # What is loaded by now stays for good: left out of later collections, it remains memory that all processes share.
        gc.collect()
        gc.freeze()
        # A page makes some thousand things and drops them all. Python's 700 would stop it to look several times: 8 % of a press.
        gc.set_threshold(THINGS_BEFORE_LOOKING)
        sys.setswitchinterval(TURN)
        say(f"Golden Thread is open at {absolute()}  (to close it: Ctrl-C)")
        pages = partial(serve_pages, application, host=self.host, port=self.port, workers=self.workers)
        return Supervisor(pages=pages, worker=_work).run()


def _work() -> None:
    call_command("work")


def say(sentence: str) -> None:
    sys.stdout.write(f"{sentence}\n")
    sys.stdout.flush()


def _told_plainly(task: Callable[[Say], object]) -> None:
    try:
        task(say)
    except (CommandError, ImproperlyConfigured) as trouble:
        sys.exit(f"Sorry: {trouble}")
    except Error as trouble:
        sys.exit(f"Sorry: the database does not answer. It says: {str(trouble).strip()}")
