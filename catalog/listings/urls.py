"""Addresses of the officers' pages for listings, below /can-bo/hang/."""

from django.urls import path

from catalog.listings import views
from catalog.listings.services import revive_listing, take_back

urlpatterns = [
    path("", views.listing_list, name="work-listings"),
    path("them/", views.listing_add, name="work-listing-add"),
    path("<int:pk>/", views.listing_page, name="work-listing"),
    path("<int:pk>/sua/", views.listing_edit, name="work-listing-edit"),
    path("<int:pk>/xem-truoc/", views.listing_preview, name="work-listing-preview"),
    path("<int:pk>/chep/", views.listing_copy, name="work-listing-copy"),
    path("<int:pk>/gui/", views.listing_submit, name="work-listing-submit"),
    path(
        "<int:pk>/rut/",
        views.listing_move(take_back, "Đã rút về để sửa. Xong thì gửi duyệt lại.", "listings/ask_take_back.html"),
        name="work-listing-take-back",
    ),
    path(
        "<int:pk>/mo-lai/",
        views.listing_move(revive_listing, "Đã mở lại thành bản nháp.", "listings/ask_revive.html"),
        name="work-listing-revive",
    ),
]
