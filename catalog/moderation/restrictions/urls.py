"""Addresses of the approvers' pages of restrictions, below /duyet/han-che/."""

from django.urls import path

from catalog.moderation.restrictions import views

urlpatterns = [
    path("", views.restriction_list, name="restrictions"),
    path("hang/<int:pk>/", views.take_down, name="restrict-listing"),
    path("nguoi-ban/<int:pk>/", views.restrict_producer, name="restrict-producer"),
    path("<int:pk>/", views.restriction_page, name="restriction"),
    path("<int:pk>/lam/", views.restriction_act, name="restriction-act"),
]
