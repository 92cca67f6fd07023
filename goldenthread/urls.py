from django.urls import include, path

# Looked through from above: where people press at once comes first.
urlpatterns = [
    path("", include("goldenthread.gatherings.urls")),
    path("", include("goldenthread.desk.urls")),
    path("", include("goldenthread.people.urls")),
    path("", include("goldenthread.outbox.urls")),
    path("", include("goldenthread.threads.urls")),
]

handler500 = "goldenthread.kit.error_pages.trouble"
