from django.urls import path

from goldenthread.outbox.views import fewer

app_name = "outbox"

urlpatterns = [path("letters/fewer/<str:ticket>/", fewer.fewer, name="fewer")]
