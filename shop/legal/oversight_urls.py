"""Addresses of the legal duties for auditors and administrators, below /giam-sat/."""

from django.urls import path

from shop.legal import views

urlpatterns = [
    path("moc-luat/", views.rules, name="oversight-rules"),
    path("luu-giu/", views.kept_things, name="oversight-kept"),
    path("ho-so/", views.producers, name="oversight-files"),
    path("ho-so/nguoi-ban/<int:pk>/", views.producer_file, name="oversight-producer-file"),
    path("ho-so/nguoi-ban/<int:pk>/tai/", views.producer_file_taken, name="oversight-producer-file-taken"),
    path("ho-so/hang/<int:pk>/", views.listing_file, name="oversight-listing-file"),
    path("ho-so/hang/<int:pk>/tai/", views.listing_file_taken, name="oversight-listing-file-taken"),
]
