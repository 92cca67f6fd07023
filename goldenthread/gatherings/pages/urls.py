from django.urls import path

from goldenthread.gatherings.pages.views import gatherings, place, poster

urlpatterns = [
    path("gatherings/", gatherings.gatherings, name="gatherings"),
    path("gatherings/<slug:slug>/", gatherings.gathering, name="gathering"),
    path("gatherings/<slug:slug>/poster/", poster.poster, name="poster"),
    path("gatherings/<slug:slug>/poster.pdf", poster.poster_as_pdf, name="poster_pdf"),
    path("gatherings/<slug:slug>/booking/<slug:key>/", place.place, name="place"),
]
