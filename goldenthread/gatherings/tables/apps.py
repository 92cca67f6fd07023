from goldenthread.kit.registry import RoomConfig


class TablesConfig(RoomConfig):
    name = "goldenthread.gatherings.tables"
    label = "tables"
    answers = "goldenthread.gatherings.tables.room_answers.Tables"
