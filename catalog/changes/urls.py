"""Addresses of changes to what is on sale and of its end, for officers, below /can-bo/."""

from django.urls import path

from catalog.changes import views
from catalog.changes.closing import retire_listing
from catalog.listings.views import listing_move

urlpatterns = [
    path("hang/<int:pk>/sua-doi/", views.change_start, name="work-change-start"),
    path(
        "hang/<int:pk>/ngung/",
        listing_move(retire_listing, "Đã ngừng bán.", "listings/ask_retire.html"),
        name="work-listing-retire",
    ),
    path("sua-doi/<int:pk>/", views.change_page, name="work-change"),
    path("sua-doi/<int:pk>/sua/", views.change_edit, name="work-change-edit"),
    path("sua-doi/<int:pk>/gui/", views.change_submit, name="work-change-submit"),
    path("sua-doi/<int:pk>/rut/", views.change_take_back, name="work-change-take-back"),
    path("sua-doi/<int:pk>/bo/", views.change_withdraw, name="work-change-withdraw"),
]
