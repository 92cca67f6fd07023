from goldenthread.kit.registry import RoomConfig


class PagesConfig(RoomConfig):
    name = "goldenthread.gatherings.pages"
    label = "pages"
