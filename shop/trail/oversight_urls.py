"""Addresses of the audit trail for auditors and administrators, below /giam-sat/nhat-ky/."""

from django.urls import path

from shop.trail import views

urlpatterns = [
    path("", views.audited_trail, name="oversight-trail"),
    path("xuat/", views.export, name="oversight-trail-export"),
]
