"""Addresses of a producer's whole file, below /can-bo/nguoi-ban/."""

from django.urls import path

from shop.legal import merged_views, views

urlpatterns = [
    path("<int:pk>/ho-so/", views.own_file, name="work-producer-file"),
    path("<int:pk>/da-gop/", merged_views.merged_records, name="work-merged"),
    path("<int:pk>/ho-so/tai/", views.own_file_taken, name="work-producer-file-taken"),
]
