"""The page of the day before anybody wrote more down for it: where, until when, and who there is to ask."""

from goldenthread.gatherings.plan.models import Gathering


def test_what_the_plan_says_stands_there_at_once(ask, bos):
    Gathering.objects.update(venue="The Mill", address="Mill Lane 3", safeguarding="Ring Di")

    page = ask(f"of/{bos.key}/").content.decode()

    words = ("The Mill, Mill Lane 3", "9:30 to 16:30", "Ada Foxglove", "Ring Di")
    assert [word in page for word in words] == [True] * 4


def test_a_stranger_reads_none_of_it_there(ask, bos):
    Gathering.objects.update(safeguarding="Ring Di")

    assert "Ring Di" not in ask().content.decode()
