"""Addresses of the producers' pages for officers, below /can-bo/nguoi-ban/."""

from django.urls import path

from producers.onboarding.views import producer_add, producer_edit, producer_list, producer_page

urlpatterns = [
    path("", producer_list, name="work-producers"),
    path("them/", producer_add, name="work-producer-add"),
    path("<int:pk>/", producer_page, name="work-producer"),
    path("<int:pk>/sua/", producer_edit, name="work-producer-edit"),
]
