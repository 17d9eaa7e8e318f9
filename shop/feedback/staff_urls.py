"""Addresses of the three desks for complaints: below /can-bo/, /duyet/ and /giam-sat/."""

from django.urls import path

from shop.feedback import services
from shop.feedback.desks import AUDITORS, POINT, PROVINCE
from shop.feedback.forms import ReferForm, ReplyForm
from shop.feedback.staff_views import act, complaint_list, complaint_page
from shop.feedback.states import ComplaintAct

TAKE_UP = act(POINT, ComplaintAct.TAKEN_UP, services.take_up, None)
ANSWER = act(POINT, ComplaintAct.ANSWERED, services.answer_complaint, ReplyForm)
DECIDE = act(PROVINCE, ComplaintAct.DECIDED, services.decide_complaint, ReplyForm)
REFER = act(POINT, ComplaintAct.REFERRED, services.refer_complaint, ReferForm)
TAKE_OVER = act(PROVINCE, ComplaintAct.REFERRED, services.refer_complaint, ReferForm)

urlpatterns = [
    path("can-bo/khieu-nai/", complaint_list(POINT), name="work-complaints"),
    path("can-bo/khieu-nai/<int:pk>/", complaint_page(POINT), name="work-complaint"),
    path("can-bo/khieu-nai/<int:pk>/nhan/", TAKE_UP, name="work-complaint-take-up"),
    path("can-bo/khieu-nai/<int:pk>/tra-loi/", ANSWER, name="work-complaint-answer"),
    path("can-bo/khieu-nai/<int:pk>/chuyen/", REFER, name="work-complaint-refer"),
    path("duyet/khieu-nai/", complaint_list(PROVINCE), name="approve-complaints"),
    path("duyet/khieu-nai/<int:pk>/", complaint_page(PROVINCE), name="approve-complaint"),
    path("duyet/khieu-nai/<int:pk>/chuyen/", TAKE_OVER, name="approve-complaint-refer"),
    path("duyet/khieu-nai/<int:pk>/tra-loi/", DECIDE, name="approve-complaint-answer"),
    path("giam-sat/khieu-nai/", complaint_list(AUDITORS), name="oversight-complaints"),
    path("giam-sat/khieu-nai/<int:pk>/", complaint_page(AUDITORS), name="oversight-complaint"),
]
