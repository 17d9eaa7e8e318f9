"""Pages of administrators below /quan-tri/loi-doc/: a translation as it was brought in, and the next one."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from common.access import StaffRequest, administrator_page
from common.audit.services import name_of
from producers.consents.models import ConsentText, ConsentTranslation
from producers.consents.readings.queries import is_read, reading_of
from producers.consents.rows import words_shown
from producers.consents.texts import FALLBACK
from producers.consents.translations.forms import RetireForm, TranslationForm
from producers.consents.translations.queries import translations_in_use, translations_of
from producers.consents.translations.services import NothingNew, NotInUse, add_translation, retire_translation
from producers.directory.languages import LANGUAGES, language_name

UNPROCESSABLE = 422
WORKPLACE = "Quản trị"


@administrator_page
@require_http_methods(["GET", "POST"])
def translation_add(request: StaffRequest, version: int, language: str) -> HttpResponse:
    """The text piece by piece, each with a box for the other language; a corrected one starts from the last."""
    if not is_read(version) or language not in LANGUAGES or language == FALLBACK:
        raise Http404
    newest = translations_of(version, language).first()
    form = TranslationForm(request.POST if request.method == "POST" else None, version=version, newest=newest)
    if request.method == "POST" and form.is_valid():
        about = {name: form.cleaned_data[name] for name in TranslationForm.base_fields}
        try:
            made = add_translation(version, language, parts=form.parts(), by=request.user, **about)
        except NothingNew:
            form.add_error(None, "Bản này giống hệt bản đang dùng, nên chợ không giữ thêm.")
        else:
            messages.success(request, f"Đã giữ bản dịch {made.number}. Trang hỏi sự đồng ý dùng bản này từ bây giờ.")
            return redirect("manage-translation", made.pk)
    context = {
        "form": form,
        "version": version,
        "tag": language,
        "language": LANGUAGES[language],
        "newest": newest,
        "workplace": WORKPLACE,
    }
    return render(request, "consents/translation_form.html", context, status=UNPROCESSABLE if form.errors else 200)


@administrator_page
@require_http_methods(["GET", "POST"])
def translation_page(request: StaffRequest, pk: int) -> HttpResponse:
    """A translation beside the Vietnamese text, whatever became of it; from here it is taken out of use."""
    translation = get_object_or_404(ConsentTranslation.objects.select_related("added_by"), pk=pk)
    form = RetireForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            retire_translation(translation, by=request.user, reason=form.cleaned_data["reason"])
        except NotInUse:
            form.add_error(None, "Bản này không còn được dùng.")
        else:
            messages.success(request, "Đã thôi dùng bản dịch này. Người phiên dịch nói lại cho bà con như trước.")
            return redirect("manage-translation", translation.pk)
    version, language = translation.version, translation.language
    text = ConsentText.objects.get(version=version, language=FALLBACK)
    context = {
        "form": form,
        "added_by": name_of(translation.added_by),
        "language": language_name(language),
        "text": text,
        **words_shown(text, translation),
        "reading": reading_of(version, language, translation),
        "others": translations_of(version, language).exclude(pk=translation.pk),
        "answers": translation.consents.count(),
        "is_in_use": translations_in_use(version).get(language) == translation,
        "is_read": is_read(version),
        "workplace": WORKPLACE,
    }
    return render(request, "consents/translation.html", context, status=UNPROCESSABLE if form.errors else 200)
