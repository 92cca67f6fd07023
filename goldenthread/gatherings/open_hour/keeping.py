"""What is kept about people in an open hour."""

from django.utils.translation import gettext_lazy as _

from goldenthread.gatherings.bookings.keeping import A_YEAR_AFTER
from goldenthread.kit.keeping import Kept
from goldenthread.people.keeping import WITHOUT_YOUR_NAME

WHEN_AND_WHERE = _("So that people know when and where they meet about a topic. Nobody is named in it.")

KEPT = [
    Kept("open_hour.OpenHour", ("gathering", "by", "at"), _("To know who set the open hour."), WITHOUT_YOUR_NAME),
    Kept("open_hour.Topic", ("host",), _("So that people know who hosts a topic."), A_YEAR_AFTER),
    Kept(
        "open_hour.Topic",
        ("open_hour", "title", "words", "at"),
        _("So that people find what they’d like to talk about."),
        WITHOUT_YOUR_NAME,
    ),
    Kept("open_hour.TopicRound", ("open_hour", "number", "words"), WHEN_AND_WHERE, WITHOUT_YOUR_NAME),
    Kept("open_hour.Corner", ("open_hour", "number", "words"), WHEN_AND_WHERE, WITHOUT_YOUR_NAME),
    Kept("open_hour.TopicPlacing", ("topic", "round", "corner"), WHEN_AND_WHERE, WITHOUT_YOUR_NAME),
    Kept(
        "open_hour.TopicNote",
        ("topic", "words"),
        _("So that people can read what came of a topic. Who wrote it is not kept."),
        WITHOUT_YOUR_NAME,
    ),
]
