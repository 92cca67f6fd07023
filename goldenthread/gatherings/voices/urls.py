from django.urls import path

from goldenthread.gatherings.voices.views import (
    decision_answer,
    decisions,
    readers,
    readings,
    readings_on_paper,
    telling_all,
)

AT = "gatherings/<slug:slug>/"

urlpatterns = [
    path(f"{AT}readings/", readings.readings, name="readings"),
    path(f"{AT}readings/<int:pk>/", readings.reading, name="reading"),
    path(f"{AT}readings/departure/", readings.departure, name="readings_departure"),
    path(f"{AT}readings/pile.pdf", readings_on_paper.my_pile_pdf, name="my_pile_pdf"),
    path(f"{AT}readings/on-paper/", readings_on_paper.my_paper, name="my_paper"),
    path(f"{AT}readings/opening/", readers.readings_opening, name="readings_opening"),
    path(f"{AT}readings/readers/", readers.readers, name="readers"),
    path(f"{AT}readings/readers/<int:pk>/", readers.reader, name="reader"),
    path(f"{AT}readings/readers/<int:pk>/ending/", readers.reader_ending, name="reader_ending"),
    path(f"{AT}readings/readers/<int:pk>/pile.pdf", readings_on_paper.pile_pdf, name="pile_pdf"),
    path(f"{AT}readings/readers/<int:pk>/on-paper/", readings_on_paper.paper, name="paper"),
    path(f"{AT}decisions/", decisions.decisions, name="decisions"),
    path(f"{AT}decisions/<int:pk>/", decisions.decision, name="decision"),
    path(f"{AT}decisions/<int:pk>/removal/", decisions.decision_removal, name="decision_removal"),
    path(f"{AT}decisions/<int:pk>/promotion/", decisions.promotion, name="promotion"),
    path(f"{AT}decisions/telling/", telling_all.telling, name="telling"),
    path(f"{AT}decisions/ringing/<int:voice>/", decisions.ringing, name="ringing"),
    path(f"{AT}decisions/answers/<int:voice>/", decisions.answer_for_them, name="answer_for_them"),
    path(f"{AT}contributions/<slug:key>/acceptance/", decision_answer.decision_answer, name="decision_answer"),
]
