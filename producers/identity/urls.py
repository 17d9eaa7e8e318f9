"""The address of the identity of a producer, below /can-bo/nguoi-ban/."""

from django.urls import path

from producers.identity.views import identity_page

urlpatterns = [path("<int:pk>/danh-tinh/", identity_page, name="work-identity")]
