"""Addresses of the officers' pages of restrictions, below /can-bo/han-che/."""

from django.urls import path

from catalog.moderation.restrictions import views

urlpatterns = [
    path("", views.told_list, name="work-restrictions"),
    path("<int:pk>/", views.told_page, name="work-restriction"),
]
