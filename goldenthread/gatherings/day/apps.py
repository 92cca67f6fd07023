from goldenthread.kit.registry import RoomConfig


class DayConfig(RoomConfig):
    name = "goldenthread.gatherings.day"
    label = "day"
    answers = "goldenthread.gatherings.day.room_answers.Day"
