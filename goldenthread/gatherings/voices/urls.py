from django.urls import path

from goldenthread.gatherings.voices.views import (
    call,
    call_terms,
    calling,
    convening,
    helping,
    offering,
    together,
    voice,
)

AT = "gatherings/<slug:slug>/"
# Of one voice, by the key in its e-mail.
MINE = f"{AT}contributions/<slug:key>/"

urlpatterns = [
    path(f"{AT}call/", call.call, name="call"),
    path(f"{AT}call/opening/", calling.call_opening, name="call_opening"),
    path(f"{AT}call/extension/", calling.call_extension, name="call_extension"),
    path(f"{AT}call/closing/", calling.call_closing, name="call_closing"),
    path(f"{AT}call/kinds/", call_terms.call_kinds, name="call_kinds"),
    path(f"{AT}call/questions/", call_terms.call_questions, name="call_questions"),
    path(f"{AT}call/questions/<int:pk>/ending/", call_terms.call_question_ending, name="call_question_ending"),
    path(f"{AT}contributions/", offering.contributions, name="contributions"),
    path(f"{AT}contributions/sent/<str:signed>/", offering.offered, name="offered"),
    path(f"{AT}contributions/paper/", convening.paper, name="paper"),
    path(f"{AT}contributions/help/", helping.help_asked, name="help_asked"),
    path(f"{AT}contributions/help/<int:pk>/", helping.help_offer, name="help_offer"),
    path(f"{AT}contributions/<int:pk>/", convening.contribution, name="contribution"),
    path(f"{AT}contributions/voices/<int:pk>/terms/", convening.voice_terms, name="voice_terms"),
    path(f"{AT}contributions/voices/<int:pk>/address/", convening.voice_address, name="voice_address"),
    path(MINE, voice.voice, name="voice"),
    path(f"{MINE}withdrawal/", voice.withdrawal, name="withdrawal"),
    path(f"{MINE}voices/", together.voices, name="voices"),
    path(f"{MINE}voices/<int:pk>/removal/", together.removal, name="removal"),
    path(f"{MINE}absences/", together.absences, name="absences"),
    path(f"{MINE}terms/", together.terms, name="terms"),
    path(f"{MINE}help/", helping.asking, name="asking"),
    path(f"{MINE}help/<int:pk>/", helping.acceptance, name="acceptance"),
]
