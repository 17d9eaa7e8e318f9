"""Addresses of the approvers' pages for producers, below /duyet/nguoi-ban/."""

from django.urls import path

from producers.decisions import views

urlpatterns = [
    path("", views.application_list, name="approve-producers"),
    path("<int:pk>/", views.application_page, name="approve-producer"),
    path("<int:pk>/quyet-dinh/", views.application_decide, name="approve-producer-decide"),
]
