"""Addresses of changes to what is on sale, for officers, below /can-bo/."""

from django.urls import path

from catalog.changes import views

urlpatterns = [
    path("hang/<int:pk>/sua-doi/", views.change_start, name="work-change-start"),
    path("sua-doi/<int:pk>/", views.change_page, name="work-change"),
    path("sua-doi/<int:pk>/sua/", views.change_edit, name="work-change-edit"),
    path("sua-doi/<int:pk>/gui/", views.change_submit, name="work-change-submit"),
    path("sua-doi/<int:pk>/rut/", views.change_take_back, name="work-change-take-back"),
    path("sua-doi/<int:pk>/bo/", views.change_withdraw, name="work-change-withdraw"),
]
