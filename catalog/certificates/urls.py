"""Addresses of certificates for those who serve producers, below /can-bo/chung-nhan/."""

from django.urls import path

from catalog.certificates import views

urlpatterns = [
    path("", views.certificate_list, name="work-certificates"),
    path("nop-ho-so/", views.dossier_add, name="work-dossier-add"),
    path("ho-so/", views.dossier_list, name="work-dossiers"),
    path("<int:pk>/", views.certificate_page, name="work-certificate"),
    path("<int:pk>/ho-so/", views.dossier_of_certificate, name="work-certificate-dossier"),
    path("<int:pk>/ban-chup/", views.scan_add, name="work-certificate-scan"),
    path("<int:pk>/ban-chup/anh/", views.scan_picture, name="work-certificate-scan-picture"),
    path("ho-so/<int:pk>/", views.dossier_result, name="work-dossier"),
]
