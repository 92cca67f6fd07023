"""Everything that is measured, each started here on a port of its own on this machine only."""

import os
import shutil
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from subprocess import Popen

from bench.peers.pretalx_server import pretalx
from bench.processes import Target, first_answer, running

REPOSITORY = Path(__file__).resolve().parent.parent
PAGE = "/gatherings/launch/"
OURS, BARE_VIEW, SAME_BYTES = "our page", "bare Django view", "nginx, the same bytes"
COMPRESSED = "our page, compressed"
FIRST_PORT = int(os.environ.get("BENCH_PORT", "8120"))
HOUSE, BARE, NGINX, PRETALX = (FIRST_PORT + n for n in range(4))
WORKERS = 2


def _environment(**more: str) -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(REPOSITORY), **more}


def address(port: int, page: str = PAGE) -> str:
    return f"http://127.0.0.1:{port}{page}"


@contextmanager
def house(place: Path, port: int = HOUSE) -> Iterator[Popen[bytes]]:
    """Our own house with the sample in it, as script/server starts it."""
    command = [
        sys.executable,
        "-m",
        "goldenthread",
        "serve",
        "--sample",
        "--port",
        str(port),
        "--workers",
        str(WORKERS),
    ]
    with running(command, place / "house.log", _environment(DATA_DIR=str(place / "data"))) as server:
        first_answer(address(port))
        yield server


@contextmanager
def bare(place: Path) -> Iterator[Target]:
    command = [
        sys.executable, "-m", "granian", "--interface", "wsgi", "--host", "127.0.0.1", "--port", str(BARE), "--no-ws",
        "--workers", str(WORKERS), "--blocking-threads", "1", "--log-level", "error", "bench.bare:application",
    ]  # fmt: skip
    with running(command, place / "bare.log", _environment()) as server:
        first_answer(address(BARE, "/hello/"))
        yield Target(BARE_VIEW, address(BARE, "/hello/"), server.pid)


NGINX_CONFIGURATION = """
daemon off; worker_processes {workers}; pid {place}/nginx.pid; error_log {place}/nginx.log crit; {user}
events {{ worker_connections 1024; }}
http {{
  access_log off; sendfile on; keepalive_requests 1000000; open_file_cache max=100; default_type text/html;
  client_body_temp_path {place}/t1; proxy_temp_path {place}/t2; fastcgi_temp_path {place}/t3;
  uwsgi_temp_path {place}/t4; scgi_temp_path {place}/t5;
  server {{ listen 127.0.0.1:{port}; root {place}/www; }}
}}
"""


@contextmanager
def nginx(place: Path) -> Iterator[Target | None]:
    """The same bytes as a file: the ceiling for everything on this machine."""
    program = shutil.which("nginx") or shutil.which("/usr/sbin/nginx")
    if not program:
        yield None
        return
    (place / "www").mkdir(exist_ok=True)
    with urllib.request.urlopen(address(HOUSE)) as answer:
        (place / "www" / "page.html").write_bytes(answer.read())
    user = "user root;" if os.getuid() == 0 else ""
    configuration = place / "nginx.conf"
    configuration.write_text(NGINX_CONFIGURATION.format(place=place, port=NGINX, workers=WORKERS, user=user))
    with running([program, "-c", str(configuration), "-p", str(place)], place / "nginx.out", _environment()) as server:
        first_answer(address(NGINX, "/page.html"))
        yield Target(SAME_BYTES, address(NGINX, "/page.html"), server.pid)


@contextmanager
def everything(place: Path) -> Iterator[list[Target]]:
    with ExitStack() as servers:
        server = servers.enter_context(house(place))
        found = [Target(OURS, address(HOUSE), server.pid), servers.enter_context(bare(place))]
        found.append(Target(COMPRESSED, address(HOUSE), server.pid, (("Accept-Encoding", "gzip"),)))
        if same_bytes := servers.enter_context(nginx(place)):
            found.append(same_bytes)
        yield [*found, *servers.enter_context(pretalx(place, PRETALX)).values()]
