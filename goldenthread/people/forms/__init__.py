from goldenthread.people.forms.about_me import HatForm, MeForm
from goldenthread.people.forms.hello import HelloForm
from goldenthread.people.forms.looking import LookingForm
from goldenthread.people.forms.proving import OtherAddressForm, PaperCodeForm
from goldenthread.people.forms.signing_in import CodeForm, JoinForm, LowerCaseEmail, SignInForm

__all__ = [
    "CodeForm",
    "HatForm",
    "HelloForm",
    "JoinForm",
    "LookingForm",
    "LowerCaseEmail",
    "MeForm",
    "OtherAddressForm",
    "PaperCodeForm",
    "SignInForm",
]
