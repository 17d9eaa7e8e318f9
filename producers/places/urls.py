"""Addresses of the places, below /dia-gioi/."""

from django.urls import path

from producers.places.views import suggest

app_name = "places"
urlpatterns = [path("tim/", suggest, name="suggest")]
