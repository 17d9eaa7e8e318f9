"""Every address of the market. Oscar's shop pages are not among them; its dashboard is for administrators alone."""

from django.urls import include, path

urlpatterns = [
    path("dia-gioi/", include("producers.places.urls")),
]
