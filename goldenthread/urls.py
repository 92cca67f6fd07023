from django.urls import include, path

urlpatterns = [
    path("", include("goldenthread.desk.urls")),
    path("", include("goldenthread.people.urls")),
    path("", include("goldenthread.outbox.urls")),
    path("", include("goldenthread.threads.urls")),
    path("", include("goldenthread.gatherings.urls")),
]
