"""Addresses of the translations and readings of the texts of consent, below /quan-tri/loi-doc/."""

from django.urls import path

from producers.consents.readings.views import reading, readings
from producers.consents.translations.views import translation_add, translation_page

urlpatterns = [
    path("", readings, name="manage-readings"),
    path("ban-dich/<int:pk>/", translation_page, name="manage-translation"),
    path("<int:version>/<slug:language>/", reading, name="manage-reading"),
    path("<int:version>/<slug:language>/ban-dich/", translation_add, name="manage-translation-add"),
]
