from goldenthread.kit.registry import RoomConfig


class OpenHourConfig(RoomConfig):
    name = "goldenthread.gatherings.open_hour"
    label = "open_hour"
    answers = "goldenthread.gatherings.open_hour.room_answers.OpenHourRoom"
