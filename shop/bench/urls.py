"""The market's addresses and a bare view, the floor that every figure is compared with."""

from django.http import HttpRequest, HttpResponse
from django.urls import include, path


def bare(_request: HttpRequest) -> HttpResponse:
    """Answer two bytes."""
    return HttpResponse("ok")


urlpatterns = [path("bench/bare/", bare), path("", include("shop.urls"))]
