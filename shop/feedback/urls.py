"""Where anybody complains and follows it, below /phan-anh/."""

from django.urls import path

from shop.feedback import views

urlpatterns = [
    path("hang/<int:pk>/", views.about_product, name="complain-about-product"),
    path("nguoi-ban/<int:pk>/", views.about_producer, name="complain-about-producer"),
    path("don/<slug:token>/<slug:number>/", views.about_parcel, name="complain-about-parcel"),
    path("<slug:token>/", views.complaint, name="complaint"),
]
