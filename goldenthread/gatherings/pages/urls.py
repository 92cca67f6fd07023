from django.urls import path

from goldenthread.gatherings.pages.views import convening, gatherings, place, poster, record

urlpatterns = [
    path("gatherings/", gatherings.gatherings, name="gatherings"),
    path("gatherings/<slug:slug>/", gatherings.gathering, name="gathering"),
    path("gatherings/<slug:slug>/convening/", convening.convening, name="convening"),
    path("gatherings/<slug:slug>/record/", record.record, name="record"),
    path("gatherings/<slug:slug>/poster/", poster.poster, name="poster"),
    path("gatherings/<slug:slug>/poster.pdf", poster.poster_as_pdf, name="poster_pdf"),
    path("gatherings/<slug:slug>/booking/<slug:key>/", place.place, name="place"),
]
