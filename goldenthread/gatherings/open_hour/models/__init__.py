from goldenthread.gatherings.open_hour.models.open_hour import Corner, OpenHour, TopicRound
from goldenthread.gatherings.open_hour.models.topic import Topic, TopicNote, TopicPlacing

__all__ = ["Corner", "OpenHour", "Topic", "TopicNote", "TopicPlacing", "TopicRound"]
