"""Addresses of the officers' pages of restrictions, below /can-bo/han-che/."""

from django.urls import path

from catalog.moderation.restrictions import told_views

urlpatterns = [
    path("", told_views.told_list, name="work-restrictions"),
    path("<int:pk>/", told_views.told_page, name="work-restriction"),
]
