"""Addresses of decisions' lists, below /duyet/quyet-dinh/."""

from django.urls import path

from catalog.decision_lists import views

urlpatterns = [
    path("", views.decision_lists, name="decision-lists"),
    path("moi/", views.bring, name="decision-list-add"),
    path("<int:pk>/", views.decision_list, name="decision-list"),
    path("<int:pk>/cot/", views.columns, name="decision-columns"),
    path("<int:pk>/dong/<int:line>/", views.row, name="decision-row"),
    path("<int:pk>/dong/<int:line>/van-ghi/", views.overrule, name="decision-overrule"),
    path("<int:pk>/chon/", views.choose, name="decision-choose"),
    path("<int:pk>/ap-dung/", views.apply, name="decision-apply"),
]
