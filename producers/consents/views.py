"""Pages where an officer reads the text to a producer, writes down her answers, and takes one back when she says so."""

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from common.access import StaffRequest, staff_page
from common.pictures.uploads import drop_too_large
from common.text import fold
from producers.consents.forms import ConsentForm, WithdrawForm
from producers.consents.models import ConsentTranslation
from producers.consents.proofs.services import keep_proofs
from producers.consents.queries import consents_of, consents_seen_by, has_consent, producers_taking_back
from producers.consents.readings.queries import reading_of
from producers.consents.rows import consent_then, scopes_now, words_shown
from producers.consents.services import NothingToWithdraw, current_text, record_consent, withdraw_consent
from producers.consents.states import ConsentScope
from producers.consents.texts import FALLBACK
from producers.consents.translations.queries import Words, translations_in_use
from producers.directory.languages import LANGUAGES, language_name
from producers.directory.models import Producer
from producers.directory.queries import producers_of_points_of, producers_served_by

MOST_FOUND = 20
UNPROCESSABLE = 422


@staff_page
@require_http_methods(["GET", "POST"])
def consent_page(request: StaffRequest, pk: int) -> HttpResponse:
    """Read the text out and write the answers down."""
    producer = _producer(request, pk)
    text = current_text(FALLBACK)
    known = translations_in_use(text.version)
    language = _language(request, producer)
    about: dict[str, Any] = {
        "producer": producer,
        "words": Words(text, language, known.get(language)),
        "by": request.user,
    }
    if request.method != "POST":
        return _consent_form(request, ConsentForm(**about, initial=_chosen(request)), known)
    about["too_large"] = drop_too_large(request)
    form = ConsentForm(request.POST, request.FILES, **about)
    if not form.is_valid():
        return _consent_form(request, form, known, status=UNPROCESSABLE)
    _write_down(request, form)
    messages.success(request, f"Đã ghi câu trả lời của {producer.name}.")
    return redirect("work-producer", producer.pk)


@transaction.atomic
def _write_down(request: StaffRequest, form: ConsentForm) -> None:
    consent = record_consent(
        form.producer,
        answers=form.answers(),
        text=form.words.text,
        language_read=form.cleaned_data["language_read"],
        translation=form.words.heard_in(form.cleaned_data["language_read"]),
        witness_name=form.cleaned_data["witness_name"],
        interpreter_name=form.cleaned_data["interpreter_name"],
        until_date=form.cleaned_data["until_date"],
        accepts=form.accepted_rules(),
        by=request.user,
    )
    keep_proofs(consent, form.proofs(), by=request.user)


@staff_page
@require_http_methods(["GET", "POST"])
def consent_withdraw(request: StaffRequest, pk: int, scope: str) -> HttpResponse:
    """Ask once more, then take one consent back: the officer, the producer herself, or whom she has phoned."""
    producer = get_object_or_404(producers_taking_back(request.user).select_related("point", "partner"), pk=pk)
    if not has_consent(producer, scope):
        raise Http404
    asked = ConsentScope(scope)
    form = WithdrawForm(request.POST if request.method == "POST" else None)
    if request.method != "POST" or not form.is_valid():
        status = UNPROCESSABLE if form.errors else 200
        context = {"form": form, "producer": producer, "scope": asked, "workplace": producer.point.name}
        return render(request, "consents/withdraw.html", context, status=status)
    try:
        withdraw_consent(producer, scope, by=request.user, reason=form.cleaned_data["reason"])
    except NothingToWithdraw as gone:
        raise Http404 from gone
    messages.success(request, f"Đã rút: {asked.label}. Chợ thôi dùng từ bây giờ.")
    if producers_served_by(request.user).filter(pk=producer.pk).exists():
        return redirect("work-producer", producer.pk)
    return redirect("work-consent-phone")


@staff_page
@require_safe
def consent_sheet(request: StaffRequest, pk: int) -> HttpResponse:
    """One consent with the very words that were read, to look at and to print."""
    consent = get_object_or_404(consents_seen_by(request.user), pk=pk)
    context = {
        "consent": consent,
        "then": consent_then(consent),
        "text": consent.text,
        "tag": consent.language_read,
        **words_shown(consent.text, consent.translation),
        "now": timezone.now(),
        "workplace": consent.producer.point.name,
    }
    return render(request, "consents/sheet.html", context)


@staff_page
@require_safe
def consent_by_phone(request: StaffRequest) -> HttpResponse:
    """Find who phones to take back what she agreed to; for administrators alone."""
    if not request.user.is_superuser:
        raise Http404
    sought = request.GET.get("q", "").strip()
    found = Producer.objects.select_related("commune", "point").order_by("name_folded", "pk")
    for word in fold(sought).split():
        found = found.filter(name_folded__contains=word)
    producers = list(found[:MOST_FOUND]) if sought else []
    agreed = consents_of(producers)
    rows = [(one, [each for each in scopes_now(agreed[one.pk]) if each.is_given]) for one in producers]
    return render(request, "consents/by_phone.html", {"sought": sought, "rows": rows})


def _producer(request: StaffRequest, pk: int) -> Producer:
    mine = producers_of_points_of(request.user).select_related("point", "partner")
    return get_object_or_404(mine, pk=pk)


def _language(request: StaffRequest, producer: Producer) -> str:
    """The language the officer asked for, else the first of the producer's."""
    wanted = request.GET.get("tieng", "")
    return wanted if wanted in LANGUAGES else next(iter(producer.languages), FALLBACK)


def _chosen(request: StaffRequest) -> dict[str, Any]:
    return {"language_read": request.GET.get("tieng", "")}


def _consent_form(
    request: StaffRequest, form: ConsentForm, known: Mapping[str, ConsentTranslation], status: int = 200
) -> HttpResponse:
    producer, words = form.producer, form.words
    return render(
        request,
        "consents/consent.html",
        {
            "form": form,
            "producer": producer,
            "text": words.text,
            **words_shown(words.text, words.translation),
            "tag": words.language,
            "language": language_name(words.language),
            "reading": reading_of(words.text.version, words.language, words.translation),
            "is_written": words.translation is not None or words.language == FALLBACK,
            "languages": _languages(producer, words.language, known),
            "workplace": producer.point.name,
        },
        status=status,
    )


def _languages(
    producer: Producer, now: str, known: Mapping[str, ConsentTranslation]
) -> list[tuple[str, str, bool, bool]]:
    """Hers, Vietnamese, and those with a translation: tag, name, whether it is read now, whether it is written."""
    offered = dict.fromkeys([*producer.languages, FALLBACK, *(tag for tag in LANGUAGES if tag in known)])
    return [(tag, language_name(tag), tag == now, tag in known) for tag in offered]
