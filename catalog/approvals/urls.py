"""Addresses of the approvers' pages, below /duyet/."""

from django.urls import path

from catalog.approvals import views
from catalog.approvals.bulk.views import bulk_approve, bulk_ask
from catalog.approvals.changes.views import change_decide, change_to_approve
from catalog.approvals.queue.views import queue

urlpatterns = [
    path("", queue, name="approve-queue"),
    path("nhieu/", bulk_ask, name="approve-bulk-ask"),
    path("nhieu/duyet/", bulk_approve, name="approve-bulk"),
    path("sua-doi/<int:pk>/", change_to_approve, name="approve-change"),
    path("sua-doi/<int:pk>/quyet-dinh/", change_decide, name="approve-change-decide"),
    path("<int:pk>/", views.listing_to_approve, name="approve-listing"),
    path("<int:pk>/xem-xet/", views.review, name="approve-review"),
    path("<int:pk>/quyet-dinh/", views.decide, name="approve-decide"),
]
