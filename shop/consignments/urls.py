"""Addresses of the officer's pages for consignments, under /can-bo/don/."""

from django.urls import path

from shop.consignments import views

urlpatterns = [
    path("", views.consignment_list, name="work-consignments"),
    path("goi/", views.call_sheet, name="work-call-sheet"),
    path("<int:pk>/", views.consignment_page, name="work-consignment"),
    path("<int:pk>/phieu/", views.packing_sheet, name="work-packing-sheet"),
    path("<int:pk>/tra-loi/", views.answer, name="work-consignment-answer"),
    path("<int:pk>/dong-goi/", views.pack, name="work-consignment-pack"),
    path("<int:pk>/mo-goi/", views.unpack, name="work-consignment-unpack"),
    path("<int:pk>/gui-di/", views.send, name="work-consignment-send"),
    path("<int:pk>/da-nhan/", views.deliver, name="work-consignment-deliver"),
    path("<int:pk>/khong-nhan/", views.refuse, name="work-consignment-refuse"),
    path("<int:pk>/dang-giao/", views.reopen, name="work-consignment-reopen"),
    path("<int:pk>/da-ve/", views.take_back, name="work-consignment-return"),
]
