"""The address of merging, below /duyet/nguoi-ban/."""

from django.urls import path

from catalog.merging.views import merge_preview

urlpatterns = [path("<int:pk>/gop/<int:other>/", merge_preview, name="merge-preview")]
