from goldenthread.gatherings.afterwards.urls import urlpatterns as afterwards
from goldenthread.gatherings.bookings.urls import urlpatterns as bookings
from goldenthread.gatherings.day.urls import urlpatterns as day
from goldenthread.gatherings.pages.urls import urlpatterns as pages
from goldenthread.gatherings.plan.urls import urlpatterns as plan
from goldenthread.gatherings.tables.urls import urlpatterns as tables

app_name = "gatherings"

# The plan's first: "new" is no gathering's address.
urlpatterns = [*plan, *bookings, *tables, *day, *afterwards, *pages]
