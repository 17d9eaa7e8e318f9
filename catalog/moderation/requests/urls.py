"""Addresses of the pages of authorities' requests, below /duyet/yeu-cau/."""

from django.urls import path

from catalog.moderation.requests import views

urlpatterns = [
    path("", views.request_list, name="authority-requests"),
    path("them/", views.request_add, name="authority-request-add"),
    path("them/<int:pk>/", views.request_record, name="authority-request-record"),
    path("<int:pk>/", views.request_page, name="authority-request"),
    path("<int:pk>/lam/", views.request_act, name="authority-request-act"),
    path("<int:pk>/van-ban/", views.request_scan, name="authority-request-scan"),
]
