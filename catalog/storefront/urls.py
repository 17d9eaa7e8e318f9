"""Addresses of the buyers' pages."""

from django.urls import path

from catalog.storefront import place_views, policy_views, views
from catalog.storefront.sitemaps import robots, sitemap, sitemap_index

urlpatterns = [
    path("", views.home, name="home"),
    path("tim/", views.search, name="search"),
    path("nhom/", views.groups, name="groups"),
    path("nhom/<slug:slug>/", views.group, name="group"),
    path("hang/<int:pk>/<slug:slug>/", views.product, name="product"),
    path("nguoi-ban/", place_views.producers, name="producers"),
    path("nguoi-ban/<int:pk>/<slug:slug>/", place_views.producer, name="producer"),
    path("xa/", place_views.communes, name="communes"),
    path("xa/<str:code>/<slug:slug>/", place_views.commune, name="commune"),
    path("tro-giup/", place_views.help_index, name="help-index"),
    path("tro-giup/<slug:slug>/", place_views.help_page, name="help"),
    path("tro-giup/<slug:slug>/ban-<int:number>/", policy_views.policy, name="policy-version"),
    path("tro-giup/<slug:slug>/so-sanh/", policy_views.comparison, name="policy-comparison"),
    path("robots.txt", robots, name="robots"),
    path("sitemap.xml", sitemap_index, name="sitemap"),
    path("sitemap-<slug:part>-<int:number>.xml", sitemap, name="sitemap-part"),
]
