"""Addresses of the officers' news, below /can-bo/tin/."""

from django.urls import path

from producers.notices import views

urlpatterns = [
    path("", views.notice_list, name="work-notices"),
    path("doc-het/", views.notices_all_read, name="work-notices-all-read"),
    path("goi/", views.notice_calls, name="work-notice-calls"),
    path("<int:pk>/", views.notice_read, name="work-notice-read"),
]
