"""Every address of the market. Oscar's shop pages are not among them; its dashboard is for administrators alone."""

from django.urls import include, path

from producers.points import urls as points
from producers.staffing import urls as staffing

urlpatterns = [
    path("can-bo/tin/", include("producers.notices.urls")),
    path("can-bo/nguoi-ban/", include("producers.onboarding.urls")),
    path("can-bo/nguoi-ban/", include("producers.consents.urls")),
    path("can-bo/nguoi-ban/", include("producers.applications.urls")),
    path("can-bo/nguoi-ban/", include("producers.identity.urls")),
    path("can-bo/nguoi-ban/", include("producers.ethnicity.urls")),
    path("can-bo/nguoi-ban/", include("producers.pairs.urls")),
    path("can-bo/hang/", include("catalog.listings.urls")),
    path("can-bo/hang/", include("catalog.onsale.urls")),
    path("can-bo/hang/", include("catalog.freshness.pause_urls")),
    path("can-bo/con-dung/", include("catalog.freshness.urls")),
    path("can-bo/chung-nhan/", include("catalog.certificates.urls")),
    path("duyet/chung-nhan/", include("catalog.certificates.approval_urls")),
    path("duyet/quyet-dinh/", include("catalog.decisions.urls")),
    path("can-bo/", include("catalog.changes.urls")),
    path("duyet/nguoi-ban/", include("producers.decisions.urls")),
    path("duyet/nguoi-ban/", include("catalog.merging.urls")),
    path("duyet/", include("catalog.approvals.urls")),
    path("giam-sat/", include("catalog.approvals.oversight_urls")),
    path("giam-sat/nhat-ky/", include("shop.trail.oversight_urls")),
    path("giam-sat/", include("shop.legal.oversight_urls")),
    path("can-bo/nhat-ky/", include("shop.trail.urls")),
    path("", include("shop.feedback.staff_urls")),
    path("phan-anh/", include("shop.feedback.urls")),
    path("can-bo/don/", include("shop.consignments.urls")),
    path("can-bo/diem/", include(points.officers)),
    path("can-bo/", include("shop.workplace.urls")),
    path("dia-gioi/", include("producers.places.urls")),
    path("quan-tri/diem-ho-tro/", include(points.administrators)),
    path("quan-tri/nguoi-lam/", include(staffing.administrators)),
    path("ocop/", include("catalog.register.urls")),
    path("quan-tri/", include("shop.administration.urls")),
    path("gio/", include("shop.basket.urls")),
    path("tai-khoan/hai-lop/", include("producers.second_factor.urls")),
    path("tai-khoan/", include("shop.accounts.urls")),
    path("loi-moi/", include(staffing.invited)),
    path("diem-ho-tro/", include(points.public)),
    path("tep/", include("catalog.files.urls")),
    path("", include("shop.checkout.urls")),
    path("", include("catalog.storefront.urls")),
]
