"""The address of the audit trail for those who serve producers, /can-bo/nhat-ky/."""

from django.urls import path

from shop.trail import views

urlpatterns = [path("", views.served_trail, name="work-trail")]
