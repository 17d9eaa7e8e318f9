"""Addresses for letting a thing rest and selling it again, below /can-bo/hang/."""

from django.urls import path

from catalog.freshness import views

urlpatterns = [
    path("<int:pk>/tam-nghi/", views.pause, name="work-listing-pause"),
    path("<int:pk>/ban-tiep/", views.resume, name="work-listing-resume"),
]
