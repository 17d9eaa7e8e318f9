"""Addresses of the first page at work, /can-bo/, and of what it counts that has no page elsewhere."""

from django.urls import path

from shop.workplace import views

urlpatterns = [
    path("", views.home, name="work-home"),
    path("hoi-lai-dong-y/", views.consents_due, name="work-consents-due"),
]
