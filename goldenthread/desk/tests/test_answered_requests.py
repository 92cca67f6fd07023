import os
import re
import signal
import sqlite3
import threading
import time
from urllib.parse import urlencode, urlsplit

import pytest

WRITERS = 4


class Convenor:
    """Begins one gathering after another, and notes which were answered."""

    def __init__(self, house, name, cookies):
        self.house, self.name = house, name
        self.cookies, self.answered = dict(cookies), []

    def sign_in(self):
        output = self.house.command("keeper", "keeper@example.org").stdout
        link = urlsplit(output.split()[-1]).path
        self.post(link, csrfmiddlewaretoken=self.token(link))

    def token(self, page):
        _, _, text = self.ask(page)
        return re.findall(r'name="csrfmiddlewaretoken" value="(\w+)"', text)[0]

    def post(self, path, **fields):
        return self.ask(path, "POST", urlencode(fields), **{"Content-Type": "application/x-www-form-urlencoded"})

    def ask(self, path, method="GET", body=None, **headers):
        cookies = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        answer = self.house.ask(path, method, body, Cookie=cookies, **headers)
        for cookie in answer[1].get_all("Set-Cookie", []) if answer else []:
            name, _, value = cookie.partition(";")[0].partition("=")
            self.cookies[name] = value
        return answer

    def write_until(self, stopping):
        token = self.token("/gatherings/new/")
        number = 0
        while not stopping.is_set():
            number += 1
            title = f"{self.name}, number {number}"
            answer = self.post("/gatherings/new/", title=title, csrfmiddlewaretoken=token)
            if answer and answer[0] == 302:
                self.answered.append(title)


@pytest.fixture
def stopping():
    stopping = threading.Event()
    yield stopping
    stopping.set()


def titles_in(house):
    database = sqlite3.connect(house.folder / "house.sqlite3")
    titles = {title for (title,) in database.execute("SELECT title FROM plan_gathering")}
    database.close()
    return titles


def kill(processes):
    for pid in processes:
        os.kill(pid, signal.SIGKILL)


def write_and_stop(house, stopping, stop):
    keeper = Convenor(house, "Wren", {})
    keeper.sign_in()
    convenors = [Convenor(house, name, keeper.cookies) for name in ("Ada", "Bo", "Cy", "Dee")]
    threads = [threading.Thread(target=convenor.write_until, args=(stopping,)) for convenor in convenors]
    for thread in threads:
        thread.start()
    time.sleep(1)
    stop()
    house.process.communicate()
    stopping.set()
    for thread in threads:
        thread.join()
    return {title for convenor in convenors for title in convenor.answered}


def test_what_was_answered_is_there_after_a_stop_in_the_middle(house, stopping):
    house.open()

    answered = write_and_stop(house, stopping, house.process.terminate)

    assert len(answered) > WRITERS
    assert answered - titles_in(house) == set()


def test_what_was_answered_is_there_after_everybody_was_killed(house, stopping):
    house.open()
    everybody = [house.process.pid, *house.processes()]

    answered = write_and_stop(house, stopping, lambda: kill(everybody))

    assert len(answered) > WRITERS
    assert answered - titles_in(house) == set()
