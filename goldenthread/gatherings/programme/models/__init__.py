from goldenthread.gatherings.programme.models.programme_room import ProgrammeRoom, RoomClosure
from goldenthread.gatherings.programme.models.release import Release
from goldenthread.gatherings.programme.models.session import Placing, Session, SessionKind, SessionVoice
from goldenthread.gatherings.programme.models.voice_news import VoiceNews

__all__ = ["Placing", "ProgrammeRoom", "Release", "RoomClosure", "Session", "SessionKind", "SessionVoice", "VoiceNews"]
