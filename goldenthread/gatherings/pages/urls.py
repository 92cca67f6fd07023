from django.urls import path

from goldenthread.gatherings.pages.views import convening, gatherings, place

urlpatterns = [
    path("gatherings/", gatherings.gatherings, name="gatherings"),
    path("gatherings/<slug:slug>/", gatherings.gathering, name="gathering"),
    path("gatherings/<slug:slug>/convening/", convening.convening, name="convening"),
    path("gatherings/<slug:slug>/booking/<slug:key>/", place.place, name="place"),
]
