"""Addresses of changes of account and tax code: below /can-bo/nguoi-ban/ and /duyet/nguoi-ban/tai-khoan/."""

from django.urls import path

from producers.payees import deciding_views, views

officers = [
    path("tai-khoan/", views.payee_changes, name="work-payees"),
    path("<int:pk>/tai-khoan/", views.payee_change, name="work-payee"),
    path("<int:pk>/tai-khoan/rut/", views.payee_take_back, name="work-payee-take-back"),
]
approvers = [
    path("", deciding_views.payee_queue, name="approve-payees"),
    path("<int:pk>/", deciding_views.payee_page, name="approve-payee"),
    path("<int:pk>/quyet-dinh/", deciding_views.payee_decide, name="approve-payee-decide"),
]
