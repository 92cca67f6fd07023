"""What the journal says of a call: what convenors did, and nothing of what anybody brings."""

from django.utils.translation import gettext_lazy as _

from goldenthread.journal.above import Act

CALL, KINDS, QUESTIONS = "voices:call", "voices:call_kinds", "voices:call_questions"

ACTS = (
    Act("opened the call for voices", _("%(name)s opened the call for voices"), page=CALL),
    Act("changed the call for voices", _("%(name)s changed the words of the call for voices"), page=CALL),
    Act("kept the call for voices open", _("%(name)s kept the call for voices open for longer"), page=CALL),
    Act("opened the call for voices again", _("%(name)s opened the call for voices again"), page=CALL),
    Act("closed the call for voices", _("%(name)s closed the call for voices"), page=CALL),
    Act("changed what people can bring", _("%(name)s changed what people can bring"), page=KINDS),
    Act("asked a question in the call", _("%(name)s added a question to the call for voices"), page=QUESTIONS),
    Act("ended a question in the call", _("%(name)s ended a question in the call for voices"), page=QUESTIONS),
)
