from goldenthread.people.models.hat import Hat, Sector
from goldenthread.people.models.keeping import Keeping
from goldenthread.people.models.person import MayNotSignIn, Person
from goldenthread.people.models.sign_in_link import NoLongerOpen, SignInLink

__all__ = ["Hat", "Keeping", "MayNotSignIn", "NoLongerOpen", "Person", "Sector", "SignInLink"]
