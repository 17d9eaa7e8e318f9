"""The address of number and price of a listing on sale, below /can-bo/hang/."""

from django.urls import path

from catalog.onsale.views import stock_page

urlpatterns = [path("<int:pk>/kho-gia/", stock_page, name="work-listing-stock")]
