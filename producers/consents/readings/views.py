"""Pages of administrators below /quan-tri/loi-doc/: what there is in each language, and a newer reading."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from common.access import StaffRequest, administrator_page
from common.pictures.uploads import drop_too_large
from common.voices.intake import TOO_HEAVY
from producers.consents.models import ConsentReading, ConsentTranslation
from producers.consents.readings.forms import ReadingForm
from producers.consents.readings.queries import is_read, places_of, reading_of, version_in_force
from producers.consents.readings.services import AlreadyHeard, keep_reading
from producers.consents.texts import VERSIONS
from producers.consents.translations.parts import pairs, parts_aloud
from producers.consents.translations.queries import translations_in_use
from producers.directory.languages import LANGUAGES

UNPROCESSABLE = 422
WORKPLACE = "Quản trị"


@administrator_page
@require_safe
def readings(request: StaffRequest) -> HttpResponse:
    """Every version with its languages, the newest first."""
    every = list(ConsentReading.objects.select_related("uploaded_by"))
    translations = list(ConsentTranslation.objects.defer("parts"))
    versions = [
        (number, VERSIONS[number].valid_from, places_of(number, every, translations))
        for number in sorted(VERSIONS, reverse=True)
    ]
    context = {"versions": versions, "now": version_in_force(), "workplace": WORKPLACE}
    return render(request, "consents/readings.html", context)


@administrator_page
@require_http_methods(["GET", "POST"])
def reading(request: StaffRequest, version: int, language: str) -> HttpResponse:
    """The words to read, the recording that there is, and a form for a newer one."""
    if not is_read(version) or language not in LANGUAGES:
        raise Http404
    translation = translations_in_use(version).get(language)
    too_large = drop_too_large(request) if request.method == "POST" else set()
    form = ReadingForm(request.POST, request.FILES) if request.method == "POST" else ReadingForm()
    if "recording" in too_large:
        form.errors["recording"] = form.error_class([TOO_HEAVY])
    if request.method == "POST" and form.is_valid() and _kept(form, version, language, translation, request):
        messages.success(request, f"Đã giữ bản đọc {LANGUAGES[language]}. Trang hỏi sự đồng ý phát bản này từ bây giờ.")
        return redirect("manage-readings")
    context = {
        "form": form,
        "version": version,
        "language": LANGUAGES[language],
        "tag": language,
        "translation": translation,
        "reading": reading_of(version, language, translation),
        "pairs": pairs(parts_aloud(version), translation.parts) if translation else [],
        "parts": parts_aloud(version),
        "workplace": WORKPLACE,
    }
    return render(request, "consents/reading.html", context, status=UNPROCESSABLE if form.errors else 200)


def _kept(
    form: ReadingForm, version: int, language: str, translation: ConsentTranslation | None, request: StaffRequest
) -> bool:
    """Whether the recording was kept; if not, the form says why."""
    right = form.cleaned_data
    about = {"reader_name": right["reader_name"], "by": request.user, "translation": translation}
    try:
        keep_reading(version, language, right["recording"], **about)
    except AlreadyHeard:
        form.add_error(None, "Đã có người trả lời theo bản đọc này. Muốn đọc lại thì nhập bản dịch mới trước.")
        return False
    return True
