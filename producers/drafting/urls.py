"""Addresses of helpers' drafts of producers, below /can-bo/ghi-giup/."""

from django.urls import path

from producers.drafting import views

urlpatterns = [
    path("", views.drafts, name="draft-producers"),
    path("them/", views.draft_add, name="draft-producer-add"),
    path("<int:pk>/", views.draft_edit, name="draft-producer"),
]
