"""Addresses of the approvers' pages, below /duyet/."""

from django.urls import path

from catalog.approvals import views

urlpatterns = [
    path("", views.queue, name="approve-queue"),
    path("<int:pk>/", views.listing_to_approve, name="approve-listing"),
    path("<int:pk>/quyet-dinh/", views.decide, name="approve-decide"),
]
