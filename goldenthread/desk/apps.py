from goldenthread.kit.registry import RoomConfig


class DeskConfig(RoomConfig):
    name = "goldenthread.desk"
