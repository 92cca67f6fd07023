from django.urls import include, path

from goldenthread.gatherings.afterwards.urls import urlpatterns as afterwards
from goldenthread.gatherings.bookings.urls import urlpatterns as bookings
from goldenthread.gatherings.day.urls import urlpatterns as day
from goldenthread.gatherings.open_hour.urls import urlpatterns as open_hour
from goldenthread.gatherings.pages.urls import urlpatterns as pages
from goldenthread.gatherings.plan.urls import urlpatterns as plan
from goldenthread.gatherings.programme.urls import urlpatterns as programme
from goldenthread.gatherings.signup.urls import urlpatterns as signup
from goldenthread.gatherings.tables.urls import urlpatterns as tables
from goldenthread.gatherings.voices.urls import urlpatterns as voices

# The plan's first: "new" is no gathering's address.
WINGS = {
    "plan": plan,
    "bookings": bookings,
    "voices": voices,
    "tables": tables,
    "programme": programme,
    "signup": signup,
    "open_hour": open_hour,
    "day": day,
    "afterwards": afterwards,
    "pages": pages,
}

# Each wing names its addresses in a namespace of its own; to the menu they are one app.
urlpatterns = [path("", include((patterns, "gatherings"), namespace=wing)) for wing, patterns in WINGS.items()]
