from django.urls import path

from goldenthread.gatherings.open_hour.views import card_wall, convening, one_card

AT = "gatherings/<slug:slug>/open-hour/"
MINE = "gatherings/<slug:slug>/booking/<slug:key>/open-hour/"

urlpatterns = [
    path(AT, card_wall.wall, name="wall"),
    path(MINE, card_wall.wall, name="wall_of"),
    path(f"{AT}setting/", convening.setting, name="setting"),
    path(f"{AT}screen/", convening.wall_screen, name="wall_screen"),
    path(f"{AT}topics/<int:pk>/placing/", one_card.placing, name="card_placing"),
    path(f"{MINE}topics/<int:pk>/placing/", one_card.placing, name="card_placing_of"),
    path(f"{AT}topics/<int:pk>/leaving/", one_card.leaving, name="card_leaving"),
    path(f"{MINE}topics/<int:pk>/leaving/", one_card.leaving, name="card_leaving_of"),
    path(f"{MINE}topics/<int:pk>/adoption/", one_card.adoption, name="card_adoption_of"),
    path(f"{AT}topics/<int:pk>/note/", one_card.topic_note, name="card_note"),
    path(f"{MINE}topics/<int:pk>/note/", one_card.topic_note, name="card_note_of"),
    path(f"{AT}topics/<int:pk>/removal/", convening.card_removal, name="card_removal"),
]
