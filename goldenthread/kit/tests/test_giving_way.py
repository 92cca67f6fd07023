"""Somebody's long list is worked on, and whoever wants a page meanwhile is answered in between."""

import time
from threading import Event, Thread

import pytest
from django.http import HttpRequest

from goldenthread.kit.one_at_a_time import GivingWay, OneAtATime, giving_way
from goldenthread.kit.uploads import LettingOthersPass


def answered_before_the_end(work):
    """Whether a second request is answered while the first is still working."""
    begun, is_answered, before_the_end = Event(), Event(), []

    def application(environ, _start_response):
        if environ["PATH_INFO"] == "/other/":
            is_answered.set()
            return []
        begun.set()
        work(is_answered)
        before_the_end.append(is_answered.is_set())
        return []

    served = OneAtATime(application)
    paths = "/long/", "/other/"
    threads = [Thread(target=served, args=({"PATH_INFO": path, "REQUEST_METHOD": "GET"}, None)) for path in paths]
    threads[0].start()
    begun.wait()
    threads[1].start()
    for thread in threads:
        thread.join()
    return before_the_end == [True]


def work_on(items):
    def work(_is_answered):
        for _item in items:
            time.sleep(0.005)

    return work


@pytest.mark.parametrize("items", [giving_way(range(40)), GivingWay(range(40))], ids=["iterator", "collection"])
def test_others_are_answered_between_two_items(items):
    assert answered_before_the_end(work_on(items))


@pytest.fixture
def handler():
    """As a form has it that brings a file."""
    handler = LettingOthersPass()
    handler.new_file("list", "list.csv", "text/csv", None)
    return handler


def pieces(handler):
    """What a form does, piece by piece."""
    for _ in range(40):
        yield handler.receive_data_chunk(b"piece", 0)


def test_others_are_answered_while_a_file_comes_in(handler):
    assert answered_before_the_end(work_on(pieces(handler)))


def test_a_file_comes_in_whole(handler):
    list(pieces(handler))

    assert handler.file_complete(200).read() == b"piece" * 40


def test_every_form_lets_others_pass():
    assert [handler.__class__ for handler in HttpRequest().upload_handlers] == [LettingOthersPass]


def test_without_it_they_wait_until_the_end():
    assert not answered_before_the_end(work_on(range(40)))


def test_nothing_is_lost_and_nothing_changes_place():
    assert list(giving_way(range(1000))) == list(range(1000))


def test_a_template_is_told_how_long_a_list_is_before_it_begins():
    lines = GivingWay(["Ann", "Bo"])

    assert (len(lines), "Ann" in lines, "Cy" in lines) == (2, True, False)
