"""Addresses of what officers do with applications, below /can-bo/nguoi-ban/."""

from django.urls import path

from producers.applications import views

urlpatterns = [
    path("<int:pk>/ho-so/gui/", views.application_send, name="work-application-send"),
    path("<int:pk>/ho-so/rut/", views.application_take_back, name="work-application-take-back"),
    path("<int:pk>/ho-so/thoi-ban/", views.producer_close, name="work-producer-close"),
]
