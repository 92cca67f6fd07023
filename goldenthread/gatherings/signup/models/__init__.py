from goldenthread.gatherings.signup.models.draw import Draw, SessionWish
from goldenthread.gatherings.signup.models.owed_session import OwedSession
from goldenthread.gatherings.signup.models.session_place import SessionPlace
from goldenthread.gatherings.signup.models.sign_up_opening import SignUpOpening

__all__ = ["Draw", "OwedSession", "SessionPlace", "SessionWish", "SignUpOpening"]
