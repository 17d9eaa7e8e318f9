"""Addresses of the auditors' pages, below /giam-sat/."""

from django.urls import path

from catalog.approvals import oversight_views

urlpatterns = [
    path("", oversight_views.listings, name="oversight"),
    path("sua-doi/<int:pk>/", oversight_views.change_overseen, name="oversight-change"),
    path("hang/<int:pk>/", oversight_views.listing_overseen, name="oversight-listing"),
]
