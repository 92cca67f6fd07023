from django.urls import include, path

from goldenthread.threads import views

pages = [
    path("me/thread/", views.my_thread, name="my_thread"),
    path("me/thread/apart/", views.apart, name="apart"),
    path("me/thread/apart/<int:pk>/removal/", views.apart_removal, name="apart_removal"),
    path("me/thread/introductions/", views.introductions, name="introductions"),
    path("me/thread/introductions/new/", views.new_introduction, name="new_introduction"),
    path("me/thread/introductions/pause/", views.pause, name="pause"),
    path("me/thread/introductions/to/<slug:token>/", views.introduction_to, name="introduction_to"),
    path("me/thread/introductions/<slug:key>/", views.asking, name="asking"),
    path("me/thread/introductions/<slug:key>/meeting/", views.meeting, name="meeting"),
    path("me/thread/<slug:key>/", views.tie, name="tie"),
    path("me/thread/<slug:key>/reach/", views.reach, name="reach"),
    path("me/thread/<slug:key>/ending/", views.ending, name="ending"),
    path("weave/", views.weave, name="weave"),
]

urlpatterns = [path("", include((pages, "threads")))]
