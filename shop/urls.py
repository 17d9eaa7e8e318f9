"""Every address of the market. Oscar's shop pages are not among them; its dashboard is for administrators alone."""

from django.conf import settings
from django.conf.urls.static import static
from django.urls import include, path

urlpatterns = [
    path("dia-gioi/", include("producers.places.urls")),
]
