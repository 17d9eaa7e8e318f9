"""Addresses of “Còn đúng không?”, below /can-bo/con-dung/."""

from django.urls import path

from catalog.freshness import views

urlpatterns = [
    path("", views.still_true, name="work-still-true"),
    path("phieu/", views.call_sheet, name="work-still-true-sheet"),
    path("<int:pk>/", views.call, name="work-still-true-of"),
]
