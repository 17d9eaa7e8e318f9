"""The address of the first page at work, /can-bo/."""

from django.urls import path

from shop.workplace import views

urlpatterns = [path("", views.home, name="work-home")]
