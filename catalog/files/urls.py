"""Addresses of pictures and voices, below MEDIA_URL."""

from django.urls import path

from catalog.files.views import shown_file

urlpatterns = [path("<slug:folder>/<path:path>", shown_file, name="media")]
