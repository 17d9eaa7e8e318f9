"""Addresses of the approvers' pages of licences, below /duyet/giay-phep/."""

from django.urls import path

from catalog.licences import views

urlpatterns = [
    path("", views.licence_list, name="licences"),
    path("<int:pk>/", views.licence_page, name="licence"),
    path("<int:pk>/lam/", views.licence_act, name="licence-act"),
    path("<int:pk>/anh/", views.licence_scan_overseen, name="licence-scan"),
]
