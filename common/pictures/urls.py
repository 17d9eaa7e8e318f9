"""Addresses of pictures and voices, below MEDIA_URL."""

from django.urls import path

from common.pictures.views import media

urlpatterns = [path("<slug:folder>/<path:path>", media, name="media")]
