"""Addresses of people at work: below /quan-tri/nguoi-lam/ for administrators, /loi-moi/ for who is invited."""

from django.urls import path

from producers.staffing import accepting_views, views

administrators = [
    path("", views.people, name="manage-people"),
    path("moi/", views.invitation_add, name="manage-invite"),
    path("loi-moi/<int:pk>/rut/", views.invitation_withdraw, name="manage-invitation-withdraw"),
    path("<int:pk>/", views.person, name="manage-person"),
    path("vai-tro/<int:pk>/thoi/", views.role_end, name="manage-role-end"),
    path("vai-tro/<int:pk>/chuyen/", views.role_move, name="manage-role-move"),
]
invited = [
    path("", accepting_views.code, name="invitation-code"),
    path("<slug:code>/", accepting_views.invitation, name="invitation"),
]
