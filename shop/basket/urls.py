"""Addresses of the basket, below /gio/."""

from django.urls import path

from shop.basket import views

urlpatterns = [
    path("", views.basket, name="basket"),
    path("them/", views.add, name="basket-add"),
    path("doi/", views.change, name="basket-change"),
]
