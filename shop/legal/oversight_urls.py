"""Addresses of the legal duties for auditors and administrators, below /giam-sat/."""

from django.urls import path

from shop.legal import views

urlpatterns = [path("moc-luat/", views.rules, name="oversight-rules")]
