import os
import re
import signal
import time

import pytest

from goldenthread.desk.serving.addresses import refuse_to_stand_open
from goldenthread.desk.serving.supervisor import TOO_SOON
from goldenthread.desk.sorry import Sorry
from goldenthread.desk.tests.conftest import eventually, free_port, runs

pytestmark = pytest.mark.skipif(not os.path.exists("/proc/self/task"), reason="these tests look into /proc (Linux)")


def test_the_first_start_tells_the_address_and_how_to_sign_in_as_keeper(prepared):
    lines = [re.sub(r"letter/[^/]+/", "letter/…/", line) for line in prepared.said.splitlines()]

    address = f"http://localhost:{prepared.port}"
    assert lines == [
        f"To sign in as its keeper, once: {address}/sign-in/letter/…/",
        f"Golden Thread is open at {address}/  (to close it: Ctrl-C)",
    ]


def test_the_next_start_tells_the_address_only(house):
    output = house.open("--sample").close()

    assert output == f"Golden Thread is open at http://localhost:{house.port}/  (to close it: Ctrl-C)\n"


@pytest.mark.parametrize("word", [signal.SIGINT, signal.SIGTERM])
def test_it_closes_when_told_and_leaves_nobody_behind(house, word):
    everybody = house.open().processes()

    house.close(word)

    assert house.process.returncode == 0
    assert [runs(pid) for pid in everybody] == [False, False, False, False]


def test_nobody_stays_when_the_supervisor_is_killed(house):
    everybody = house.open().processes()

    house.process.kill()
    house.process.communicate()

    assert len(everybody) == 4
    assert eventually(lambda: not any(runs(pid) for pid in everybody))


def test_a_web_process_that_dies_is_started_again(house):
    *_, web = house.open().processes()

    os.kill(web, signal.SIGKILL)

    assert eventually(lambda: len(set(house.processes()) - {web}) == 4)
    assert eventually(house.is_well)


def test_a_worker_that_dies_is_started_again(house):
    _pages, worker, *_web = house.open().processes()
    time.sleep(TOO_SOON)

    os.kill(worker, signal.SIGKILL)

    assert eventually(lambda: len(set(house.processes()) - {worker}) == 4)
    assert house.close().splitlines()[-1] == "The worker went away (exit -9) and is started again."


def test_a_worker_that_cannot_stay_alive_closes_the_house(house):
    _pages, worker, *_web = house.open().processes()

    os.kill(worker, signal.SIGKILL)

    output, _ = house.process.communicate(timeout=30)
    assert output.splitlines()[-1] == "The worker cannot stay alive (exit -9), so the site closes."
    assert house.process.returncode == 1


def test_nobody_stays_when_those_who_serve_pages_are_killed_at_once(house):
    pages, *others = house.open().processes()

    os.kill(pages, signal.SIGKILL)

    house.process.communicate(timeout=30)
    assert eventually(lambda: not any(runs(pid) for pid in others))


def test_a_port_in_use_is_told_in_a_sentence(house):
    house.open()

    answer = house.command("serve", "--port", f"{house.port}")

    assert (answer.returncode, answer.stdout) == (1, "")
    assert answer.stderr == (
        f"Sorry: something else is at 127.0.0.1, port {house.port} (Address already in use). "
        f"Choose another: --port {house.port + 1}\n"
    )


def test_a_second_one_is_refused_and_links_lead_where_they_led(house):
    house.open()
    before = (house.folder / "address.txt").read_text()

    answer = house.command("serve", "--port", f"{free_port()}")

    assert (answer.returncode, answer.stdout) == (1, "")
    assert answer.stderr == f"Sorry: this site is open already, at {before}. Close it first, then open it again.\n"
    assert (house.folder / "address.txt").read_text() == before
    assert house.command("work", "--once").returncode == 0


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "home.example.org", "93.184.216.34"])  # noqa: S104 - refused
def test_a_public_place_needs_a_web_server_in_front(settings, host):
    settings.TRUSTED_PROXIES = 0

    with pytest.raises(Sorry, match="needs a web server of your own in front"):
        refuse_to_stand_open(host)


@pytest.mark.parametrize(("host", "proxies"), [("127.0.0.1", 0), ("localhost", 0), ("192.168.1.4", 0), ("0.0.0.0", 1)])  # noqa: S104 - asked about only
def test_at_home_or_behind_one_it_may_stand_open(settings, host, proxies):
    settings.TRUSTED_PROXIES = proxies

    refuse_to_stand_open(host)


def test_a_cache_that_each_process_keeps_for_itself_is_refused(house):
    house.environment["CACHE_URL"] = "locmemcache://"

    answer = house.command("serve")

    assert answer.returncode == 1
    assert "limits on guessing codes would not hold" in answer.stderr


def test_the_sample_moves_into_an_empty_house_only(house):
    answer = house.command("sample")

    assert answer.returncode == 1
    assert answer.stderr == "Sorry: this site has people already. The sample goes into an empty one only.\n"


def test_an_empty_house_tells_where_to_found_it(house):
    (house.folder / "house.sqlite3").unlink()

    output = house.open().close()

    address = f"http://localhost:{house.port}"
    assert output.splitlines() == [
        f"Nobody has set up this site yet. To begin: {address}/",
        f"Golden Thread is open at {address}/  (to close it: Ctrl-C)",
    ]


def test_an_upgrade_puts_the_house_as_it_was_aside(house):
    assert house.command("migrate", "usersessions", "zero").returncode == 0

    output = house.open().close()

    [aside] = (house.folder / "backups").iterdir()
    assert output.splitlines()[0] == f"The site is brought up to date. As it was before: {aside}"


def test_a_database_that_does_not_answer_is_told_in_a_sentence(house):
    (house.folder / "house.sqlite3-wal").unlink(missing_ok=True)
    (house.folder / "house.sqlite3").write_text("We had a lovely time." * 100)

    answer = house.command("serve", "--port", f"{house.port}")

    assert answer.returncode == 1
    assert answer.stderr == "Sorry: the database does not answer. It says: file is not a database\n"


def test_behind_a_proxy_health_is_told_to_the_machine_itself(house):
    house.environment |= {"SITE_ADDRESS": "https://home.example.org", "TRUSTED_PROXIES": "1"}
    house.open()

    status, headers, text = house.ask("/-/health", Host="home.example.org", **{"X-Forwarded-Proto": "https"})

    assert (status, text, headers.get_all("Set-Cookie")) == (200, "ok\n", None)
