"""Addresses of requests about personal data: for everybody, for people at work, and in the account."""

from django.urls import path

from shop.privacy import views, work_views

urlpatterns = [
    path("tro-giup/du-lieu-ca-nhan/yeu-cau/", views.ask, name="data-request-ask"),
    path("tro-giup/du-lieu-ca-nhan/yeu-cau/<str:token>/", views.follow, name="data-request"),
    path("tai-khoan/du-lieu/", views.held, name="account-data"),
    path("can-bo/du-lieu/", work_views.request_list, name="work-data-requests"),
    path("can-bo/du-lieu/<int:pk>/", work_views.request_page, name="work-data-request"),
    path("can-bo/nguoi-ban/<int:pk>/du-lieu/", work_views.request_add, name="work-data-request-add"),
]
