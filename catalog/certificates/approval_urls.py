"""Addresses of certificates for approvers and administrators, below /duyet/chung-nhan/."""

from django.urls import path

from catalog.certificates import approval_views as views

urlpatterns = [
    path("", views.certificate_list, name="approve-certificates"),
    path("ho-so/", views.dossier_list, name="approve-dossiers"),
    path("<int:pk>/", views.certificate_page, name="approve-certificate"),
    path("<int:pk>/doi-chieu/", views.check, name="approve-certificate-check"),
    path("<int:pk>/thu-hoi/", views.revoke, name="approve-certificate-revoke"),
    path("<int:pk>/keo-dai/", views.extend, name="approve-certificate-extend"),
    path("<int:pk>/thay/", views.replace, name="approve-certificate-replace"),
    path("<int:pk>/ban-chup/", views.scan_visibility, name="approve-certificate-scan"),
    path("<int:pk>/ban-chup/anh/", views.scan_picture, name="approve-certificate-scan-picture"),
]
