from goldenthread.kit.registry import RoomConfig


class JournalConfig(RoomConfig):
    name = "goldenthread.journal"
