"""Addresses of the account, below /tai-khoan/."""

from django.urls import path

from shop.accounts import accepting_views, sign_in_views, views

urlpatterns = [
    path("", views.account, name="account"),
    path("vao/", sign_in_views.sign_in, name="sign-in"),
    path("dang-ky/", sign_in_views.sign_up, name="sign-up"),
    path("ra/", sign_in_views.sign_out, name="sign-out"),
    path("quen-mat-khau/", sign_in_views.forgotten, name="password-forgotten"),
    path("mat-khau-moi/<slug:code>/<slug:token>/", sign_in_views.reset_password, name="reset-password"),
    path("don/", views.orders, name="account-orders"),
    path("dia-chi/", views.addresses, name="account-addresses"),
    path("dia-chi/them/", views.address_add, name="account-address-add"),
    path("dia-chi/<int:pk>/", views.address_edit, name="account-address"),
    path("dia-chi/<int:pk>/xoa/", views.address_forget, name="account-address-forget"),
    path("ten/", views.name, name="account-name"),
    path("quy-che-moi/", accepting_views.new_texts, name="new-texts"),
    path("mat-khau/", views.password, name="account-password"),
]
