"""What becomes of a certificate after it was checked, and whose act each is."""

from datetime import date, timedelta

import pytest

from catalog.certificates.seen import seen_of
from catalog.certificates.services import (
    CertificateRefused,
    add_scan,
    answer_dossier,
    check_certificate,
    extend_certificate,
    mark_replaced,
    revoke_certificate,
    send_dossier,
    show_scan,
)
from catalog.ocop.holders import HolderNotSubject
from catalog.ocop.life import CertificateState, state_on
from catalog.ocop.models import Certificate, Dossier
from catalog.ocop.services import CertificateFacts, claim_certificate
from catalog.ocop.states import DossierKind, DossierResult
from catalog.search.models import SearchOutbox
from common.audit.models import AuditEntry
from common.pictures.intake import PictureRefused
from common.private.storage import private_files
from common.transitions import ChangedSinceSeen, NotTheirMove
from producers.consents.services import withdraw_consent
from producers.directory.models import Membership, Producer
from producers.directory.states import Role
from tests import factories
from tests.factories.ocop import dossier

pytestmark = pytest.mark.django_db

ISSUED, EXPIRES = date(2024, 3, 15), date(2027, 3, 14)
REVOKED = {
    "ground": "b",
    "document_no": "12/QĐ-UBND",
    "revoked_date": date(2026, 11, 2),
    "reason": "Kết luận 5/KL.",
}
EXTENDED = {"until": date(2027, 9, 10), "document_no": "34/UBND-KT", "reason": "Không kịp nộp vì lũ."}
SENT = {"kind": DossierKind.RENEWAL, "applied_date": date(2026, 10, 1), "file_no": "07/PĐK-11-03358-2026"}


@pytest.fixture
def scarf(mai):
    """Mai's scarf."""
    return factories.listing(of=mai)


@pytest.fixture
def paper(scarf):
    """Its certificate of three stars."""
    return factories.certificate(scarf, stars=3, issued=ISSUED)


def acts(person, paper):
    """Every act that only approvers and administrators may do."""
    newer = Certificate.objects.exclude(pk=paper.pk).first()
    return [
        lambda: revoke_certificate(paper, by=person, **REVOKED),
        lambda: extend_certificate(paper, by=person, **EXTENDED),
        lambda: mark_replaced(paper, by=person, newer=newer, reason="Đã cấp lại."),
        lambda: show_scan(paper, by=person, is_public=True),
        lambda: check_certificate(paper, by=person, seen=seen_of(paper)),
    ]


@pytest.mark.parametrize("who", ["tuan", "bao", "giang", "an", "thanh"])
def test_only_approvers_of_the_province_and_administrators_decide(who, paper, scarf, request):
    factories.certificate(scarf, stars=4, issued=date(2026, 1, 1))
    before = list(Certificate.objects.order_by("pk").values())
    for act in acts(request.getfixturevalue(who), paper):
        with pytest.raises(NotTheirMove):
            act()
    assert list(Certificate.objects.order_by("pk").values()) == before
    assert not AuditEntry.objects.exists()


@pytest.mark.parametrize("who", ["linh", "quan"])
def test_a_revocation_is_noted_with_its_ground_and_leaves_the_search(who, paper, request):
    revoke_certificate(paper, by=request.getfixturevalue(who), **REVOKED)
    paper.refresh_from_db()
    assert paper.ground.name == "Không còn đáp ứng Bộ tiêu chí OCOP, theo kết luận kiểm tra"
    assert state_on(paper, date(2026, 11, 1)) == CertificateState.RENEWAL_OPEN
    assert state_on(paper, date(2026, 11, 2)) == CertificateState.REVOKED
    assert SearchOutbox.objects.filter(key=paper.product_id).exists()
    entry = AuditEntry.objects.get()
    assert (entry.action, entry.reason) == ("certificate.revoked", "Kết luận 5/KL.")
    assert entry.after["revoked_document_no"] == "12/QĐ-UBND"


@pytest.mark.parametrize(
    ("change", "said"),
    [({"ground": "z"}, "sáu căn cứ"), ({"revoked_date": ISSUED - timedelta(days=1)}, "trước ngày cấp")],
)
def test_a_revocation_that_cannot_be_is_refused(change, said, paper, linh):
    with pytest.raises(CertificateRefused, match=said):
        revoke_certificate(paper, by=linh, **{**REVOKED, **change})
    paper.refresh_from_db()
    assert paper.revoked_date is None


def test_what_is_revoked_is_neither_extended_nor_revoked_again(paper, linh):
    revoke_certificate(paper, by=linh, **REVOKED)
    for act in acts(linh, paper)[:2]:
        with pytest.raises(CertificateRefused, match="đã bị thu hồi"):
            act()


@pytest.mark.parametrize(
    ("until", "is_right"),
    [(EXPIRES, False), (EXPIRES + timedelta(1), True), (date(2027, 9, 10), True), (date(2027, 9, 11), False)],
)
def test_an_extension_lasts_at_most_180_days(until, is_right, paper, linh):
    if is_right:
        extend_certificate(paper, by=linh, **{**EXTENDED, "until": until})
    else:
        with pytest.raises(CertificateRefused, match="14/03/2027 đến ngày 10/09/2027"):
            extend_certificate(paper, by=linh, **{**EXTENDED, "until": until})
    paper.refresh_from_db()
    assert paper.extended_until == (until if is_right else None)


def test_an_unchecked_claim_is_neither_revoked_nor_extended(scarf, linh):
    claim = factories.certificate(scarf, verified=False)
    with pytest.raises(CertificateRefused, match="chưa được đối chiếu"):
        revoke_certificate(claim, by=linh, **REVOKED)


def test_checking_a_newer_certificate_replaces_the_older_one_and_closes_the_file(paper, scarf, linh):
    sent = dossier(scarf, applied_date=date(2026, 10, 1))
    claim = factories.certificate(scarf, stars=4, issued=date(2026, 11, 20), verified=False)
    check_certificate(claim, by=linh, seen=seen_of(claim))
    paper.refresh_from_db()
    sent.refresh_from_db()
    assert (paper.replaced_by, paper.replaced_date) == (claim, date(2026, 11, 20))
    assert (sent.result, sent.certificate) == (DossierResult.RECOGNISED, claim)
    with pytest.raises(CertificateRefused, match="rồi"):
        check_certificate(Certificate.objects.get(pk=claim.pk), by=linh, seen=seen_of(claim))


def test_nobody_checks_what_he_wrote_himself(scarf, mai, linh, tuan, nua_ngam, quan):
    Membership.objects.create(user=linh, role=Role.OFFICER, point=nua_ngam)
    facts = CertificateFacts(stars=3, decision_no="1", decision_date=ISSUED, authority="UBND", issued_date=ISSUED)
    claim = claim_certificate(scarf.product, facts, holder=mai, by=linh)
    with pytest.raises(CertificateRefused, match="người khác"):
        check_certificate(claim, by=linh, seen=seen_of(claim))
    check_certificate(claim, by=quan, seen=seen_of(claim))
    assert Certificate.objects.get().verified_by == quan


@pytest.mark.parametrize("change", [{"stars": 5}, {"decision_no": "2/QĐ-UBND"}, {"issued_date": date(2024, 3, 16)}])
def test_what_was_written_anew_since_it_was_seen_is_not_checked(change, scarf, linh):
    claim = factories.certificate(scarf, stars=3, issued=ISSUED, verified=False)
    seen = seen_of(claim)
    Certificate.objects.update(**change)
    for mark in (seen, ""):
        with pytest.raises(ChangedSinceSeen):
            check_certificate(claim, by=linh, seen=mark)
    assert (Certificate.objects.get().verified_at, AuditEntry.objects.count()) == (None, 0)
    check_certificate(claim, by=linh, seen=seen_of(Certificate.objects.get()))
    assert Certificate.objects.get().verified_by == linh


def test_an_older_paper_that_is_checked_late_is_replaced_at_once(paper, scarf, linh):
    old = factories.certificate(scarf, stars=5, issued=date(2022, 1, 10), verified=False)
    check_certificate(old, by=linh, seen=seen_of(old))
    old.refresh_from_db()
    paper.refresh_from_db()
    assert (old.replaced_by, paper.replaced_by) == (paper, None)


def test_only_a_newer_checked_certificate_of_the_product_replaces(paper, scarf, mai, linh):
    other = factories.certificate(factories.listing("Túi", of=mai), issued=date(2026, 1, 1))
    unchecked = factories.certificate(scarf, issued=date(2026, 1, 1), verified=False)
    for newer in (other, unchecked, paper):
        with pytest.raises(CertificateRefused, match="cùng sản phẩm"):
            mark_replaced(paper, by=linh, newer=newer, reason="Thay.")
    right = factories.certificate(scarf, stars=4, issued=date(2026, 2, 1))
    mark_replaced(paper, by=linh, newer=right, reason="Thay.")
    paper.refresh_from_db()
    assert (paper.replaced_by, paper.replaced_date) == (right, date(2026, 2, 1))


def test_one_file_waits_for_a_product_at_a_time(scarf, mai, tuan, bao):
    with pytest.raises(NotTheirMove):
        send_dossier(scarf.product, holder=mai, by=bao, **SENT)
    send_dossier(scarf.product, holder=mai, by=tuan, **SENT)
    with pytest.raises(CertificateRefused, match="đang có một hồ sơ"):
        send_dossier(scarf.product, holder=mai, by=tuan, **SENT)
    entry = AuditEntry.objects.get()
    assert (entry.action, entry.at_point_id) == ("dossier.sent", mai.point_id)


def test_a_refusal_ends_the_extension_on_that_day(paper, scarf, tuan, linh):
    extend_certificate(paper, by=linh, **EXTENDED)
    sent = dossier(scarf)
    answer_dossier(sent, by=tuan, result=DossierResult.REFUSED, result_date=date(2027, 5, 3))
    paper.refresh_from_db()
    assert paper.extended_until == date(2027, 5, 3)
    assert Dossier.objects.get().result == DossierResult.REFUSED
    with pytest.raises(CertificateRefused, match="đã có kết quả"):
        answer_dossier(sent, by=tuan, result=DossierResult.REFUSED, result_date=date(2027, 5, 3))


def test_a_scan_is_made_anew_and_lies_where_no_public_address_leads(paper, tuan, visitor):
    add_scan(paper, factories.photo_file(3), by=tuan)
    paper.refresh_from_db()
    assert paper.scan.startswith("rieng/")
    assert private_files().open(paper.scan).read(4) == b"RIFF"
    assert visitor.get(f"/tep/{paper.scan}").status_code == 404
    assert visitor.get(f"/ocop/{paper.pk}/ban-chup/").status_code == 404


def test_a_scan_marked_as_public_is_everybodys(paper, tuan, linh, visitor):
    add_scan(paper, factories.photo_file(3), by=tuan)
    show_scan(paper, by=linh, is_public=True)
    response = visitor.get(f"/ocop/{paper.pk}/ban-chup/")
    assert (response.status_code, response.headers["Content-Type"]) == (200, "image/webp")


def test_a_public_scan_that_names_her_is_gone_with_her_name(paper, tuan, linh, visitor):
    add_scan(paper, factories.photo_file(3), by=tuan)
    show_scan(paper, by=linh, is_public=True)
    withdraw_consent(paper.holder, "name_and_picture", by=tuan)
    assert visitor.get(f"/ocop/{paper.pk}/ban-chup/").status_code == 404
    assert "ban-chup" not in visitor.get("/ocop/").text


def test_a_pdf_is_no_scan(paper, tuan):
    file = factories.photo_file(3)
    file.seek(0)
    file.truncate()
    file.write(b"%PDF-1.7 " + b"x" * 400)
    with pytest.raises(PictureRefused):
        add_scan(paper, file, by=tuan)
    paper.refresh_from_db()
    assert paper.scan == ""


def test_a_paper_of_one_who_can_hold_none_is_checked_with_a_reason_alone(scarf, mai, linh):
    Producer.objects.update(registration_no="")
    claim = factories.certificate(scarf, verified=False)
    with pytest.raises(HolderNotSubject, match="chưa đăng ký kinh doanh"):
        check_certificate(claim, by=linh, seen=seen_of(claim), reason=" ")
    assert (Certificate.objects.get().verified_at, AuditEntry.objects.count()) == (None, 0)
    check_certificate(claim, by=linh, seen=seen_of(claim), reason="Đã có giấy số 11K8000123.")
    entry = AuditEntry.objects.get(action="certificate.verified")
    assert (entry.by, entry.reason, Certificate.objects.get().verified_by) == (linh, "Đã có giấy số 11K8000123.", linh)


def test_no_reason_is_kept_where_none_is_needed(scarf, linh):
    claim = factories.certificate(scarf, verified=False)
    check_certificate(claim, by=linh, seen=seen_of(claim), reason="Thừa.")
    assert AuditEntry.objects.get().reason == ""


def test_no_file_is_noted_for_one_who_can_hold_no_certificate(scarf, mai, tuan):
    mai.registration_no = ""
    with pytest.raises(HolderNotSubject):
        send_dossier(scarf.product, holder=mai, by=tuan, **SENT)
    assert not Dossier.objects.exists()


def test_an_association_holds_certificates_for_tourism_alone(scarf, mai, tuan):
    mai.kind = "association"
    with pytest.raises(HolderNotSubject, match="về du lịch"):
        send_dossier(scarf.product, holder=mai, by=tuan, **SENT)
    scarf.product_set_no = 26
    scarf.save()
    scarf.product.refresh_from_db()
    assert send_dossier(scarf.product, holder=mai, by=tuan, **SENT).holder == mai


@pytest.mark.parametrize(
    ("issued", "said"),
    [
        (date(2026, 5, 22), "Chỉ giấy cấp trước ngày Quyết định 26/2026"),
        (date(2026, 5, 21), "Chưa tới hạn nộp lại: từ ngày 21/11/2028"),
    ],
)
def test_only_an_older_certificate_whose_window_is_open_is_extended(issued, said, scarf, linh):
    young = factories.certificate(scarf, stars=3, issued=issued)
    with pytest.raises(CertificateRefused, match=said):
        extend_certificate(young, by=linh, **{**EXTENDED, "until": young.expires_date + timedelta(days=1)})
    young.refresh_from_db()
    assert young.extended_until is None
