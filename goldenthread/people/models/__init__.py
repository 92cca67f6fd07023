from goldenthread.people.models.allowance import Allowance
from goldenthread.people.models.audience import OPEN_TO_MEMBERS, Audience
from goldenthread.people.models.finding import Finding
from goldenthread.people.models.hat import Hat, Sector
from goldenthread.people.models.hello import Hello
from goldenthread.people.models.keeping import Keeping
from goldenthread.people.models.paper_code import PaperCode
from goldenthread.people.models.person import MayNotSignIn, Person
from goldenthread.people.models.portrait import Familiarity, Hellos, Introductions, Portrait, Region
from goldenthread.people.models.sign_in_link import NoLongerOpen, SignInLink

__all__ = [
    "OPEN_TO_MEMBERS",
    "Allowance",
    "Audience",
    "Familiarity",
    "Finding",
    "Hat",
    "Hello",
    "Hellos",
    "Introductions",
    "Keeping",
    "MayNotSignIn",
    "NoLongerOpen",
    "PaperCode",
    "Person",
    "Portrait",
    "Region",
    "Sector",
    "SignInLink",
]
