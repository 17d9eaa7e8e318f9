"""Addresses of the pairs, below /can-bo/nguoi-ban/."""

from django.urls import path

from producers.pairs import views

urlpatterns = [
    path("trung/", views.pair_list, name="work-pairs"),
    path("<int:pk>/trung/<int:other>/", views.pair_told_apart, name="work-pair-told-apart"),
]
