"""The address of what a producer says of her people, below /can-bo/nguoi-ban/."""

from django.urls import path

from producers.ethnicity.views import ethnicity_page

urlpatterns = [path("<int:pk>/dan-toc/", ethnicity_page, name="work-ethnicity")]
