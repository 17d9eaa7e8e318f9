"""Addresses of the pages of consent for officers, below /can-bo/nguoi-ban/."""

from django.urls import path

from producers.consents.proofs.views import proof_file
from producers.consents.views import consent_by_phone, consent_page, consent_sheet, consent_withdraw

urlpatterns = [
    path("rut-dong-y/", consent_by_phone, name="work-consent-phone"),
    path("bang-chung/<int:pk>/", proof_file, name="consent-proof"),
    path("dong-y/<int:pk>/", consent_sheet, name="work-consent-sheet"),
    path("<int:pk>/dong-y/", consent_page, name="work-consent"),
    path("<int:pk>/dong-y/<str:scope>/rut/", consent_withdraw, name="work-consent-withdraw"),
]
