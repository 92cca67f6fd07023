from goldenthread.gatherings.programme.models.draft_run import DraftRun
from goldenthread.gatherings.programme.models.placing_change import PlacingChange
from goldenthread.gatherings.programme.models.programme_import import ImportedRoom, ImportedSession, ProgrammeImport
from goldenthread.gatherings.programme.models.programme_room import ProgrammeRoom, RoomClosure
from goldenthread.gatherings.programme.models.release import Release
from goldenthread.gatherings.programme.models.session import Placing, Session, SessionKind
from goldenthread.gatherings.programme.models.session_voice import SessionVoice
from goldenthread.gatherings.programme.models.voice_news import VoiceNews

__all__ = [
    "DraftRun",
    "ImportedRoom",
    "ImportedSession",
    "Placing",
    "PlacingChange",
    "ProgrammeImport",
    "ProgrammeRoom",
    "Release",
    "RoomClosure",
    "Session",
    "SessionKind",
    "SessionVoice",
    "VoiceNews",
]
