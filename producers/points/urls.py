"""Addresses of support points: for everybody, for their officers, and for administrators."""

from django.urls import path

from producers.points import keeping_views, views

public = [
    path("", views.directory, name="support-points"),
    path("<int:pk>-<slug:slug>/", views.point_page, name="support-point"),
]
officers = [
    path("", keeping_views.own_points, name="work-points"),
    path("<int:pk>/", keeping_views.own_point, name="work-point"),
]
administrators = [
    path("", keeping_views.points, name="manage-points"),
    path("them/", keeping_views.point_add, name="manage-point-add"),
    path("<int:pk>/", keeping_views.point_edit, name="manage-point"),
]
