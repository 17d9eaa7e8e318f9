"""Addresses of ordering and of orders."""

from django.urls import path

from shop.checkout import order_views, views

urlpatterns = [
    path("dat-hang/", views.checkout, name="checkout"),
    path("don/", order_views.find, name="order-find"),
    path("don/<slug:token>/", order_views.order, name="order"),
    path("don/<slug:token>/huy/", order_views.cancel, name="order-cancel"),
]
