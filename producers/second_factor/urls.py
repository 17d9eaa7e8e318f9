"""Addresses of the second proof, below /tai-khoan/hai-lop/."""

from django.urls import path

from producers.second_factor import views

urlpatterns = [
    path("", views.second_factor, name="second-factor"),
    path("ma-giay/", views.paper, name="second-factor-paper"),
]
