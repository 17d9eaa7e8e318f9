"""Addresses of the readings of the texts of consent, below /quan-tri/loi-doc/."""

from django.urls import path

from producers.consents.readings.views import reading, readings

urlpatterns = [
    path("", readings, name="manage-readings"),
    path("<int:version>/<slug:language>/", reading, name="manage-reading"),
]
