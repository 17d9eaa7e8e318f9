"""Addresses of administrators, below /quan-tri/nguoi-ban/."""

from django.urls import path

from producers.logins import views

urlpatterns = [
    path("", views.producers, name="manage-producers"),
    path("<int:pk>/dang-nhap/", views.logins, name="manage-logins"),
    path("<int:pk>/dang-nhap/<int:user_pk>/thoi/", views.login_end, name="manage-login-end"),
]
