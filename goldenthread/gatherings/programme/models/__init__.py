from goldenthread.gatherings.programme.models.programme_import import ImportedRoom, ImportedSession, ProgrammeImport
from goldenthread.gatherings.programme.models.programme_room import ProgrammeRoom, RoomClosure
from goldenthread.gatherings.programme.models.release import Release
from goldenthread.gatherings.programme.models.session import Placing, Session, SessionKind, SessionVoice

__all__ = [
    "ImportedRoom",
    "ImportedSession",
    "Placing",
    "ProgrammeImport",
    "ProgrammeRoom",
    "Release",
    "RoomClosure",
    "Session",
    "SessionKind",
    "SessionVoice",
]
