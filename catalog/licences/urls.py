"""Addresses of the officers' pages of licences, below /can-bo/giay-phep/."""

from django.urls import path

from catalog.licences import views

urlpatterns = [
    path("<int:pk>/", views.licences_of_producer, name="work-licences"),
    path("anh/<int:pk>/", views.licence_scan, name="work-licence-scan"),
]
