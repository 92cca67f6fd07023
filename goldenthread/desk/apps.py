from goldenthread.kit.registry import RoomConfig


class DeskConfig(RoomConfig):
    name = "goldenthread.desk"
    answers = "goldenthread.desk.room_answers.Desk"
