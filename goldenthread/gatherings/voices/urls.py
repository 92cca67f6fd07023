from django.urls import path

from goldenthread.gatherings.voices.views import call, call_terms, calling, contributions

AT = "gatherings/<slug:slug>/"

urlpatterns = [
    path(f"{AT}call/", call.call, name="call"),
    path(f"{AT}call/opening/", calling.call_opening, name="call_opening"),
    path(f"{AT}call/extension/", calling.call_extension, name="call_extension"),
    path(f"{AT}call/closing/", calling.call_closing, name="call_closing"),
    path(f"{AT}call/kinds/", call_terms.call_kinds, name="call_kinds"),
    path(f"{AT}call/questions/", call_terms.call_questions, name="call_questions"),
    path(f"{AT}call/questions/<int:pk>/ending/", call_terms.call_question_ending, name="call_question_ending"),
    path(f"{AT}contributions/", contributions.contributions, name="contributions"),
]
