"""Addresses of the public register, below /ocop/."""

from django.urls import path

from catalog.register import views

urlpatterns = [
    path("", views.register, name="ocop-register"),
    path("tai-ve.csv", views.as_csv, name="ocop-csv"),
    path("tai-ve.xlsx", views.as_xlsx, name="ocop-xlsx"),
    path("<int:pk>/ban-chup/", views.scan, name="ocop-scan"),
]
