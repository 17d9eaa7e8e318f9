"""Pages of administrators below /quan-tri/loi-doc/: the readings of the texts of consent, and a newer one."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from common.access import StaffRequest, administrator_page
from common.pictures.uploads import drop_too_large
from common.voices.intake import TOO_HEAVY
from producers.consents.models import ConsentReading
from producers.consents.readings.forms import ReadingForm
from producers.consents.readings.queries import places_of, reading_of, version_in_force
from producers.consents.readings.services import keep_reading
from producers.consents.texts import VERSIONS, blocks, reading_script
from producers.directory.languages import LANGUAGES

UNPROCESSABLE = 422
WORKPLACE = "Quản trị"


@administrator_page
@require_safe
def readings(request: StaffRequest) -> HttpResponse:
    """Every version with its languages, the newest first."""
    now = version_in_force()
    every = ConsentReading.objects.all()
    versions = [(number, VERSIONS[number].valid_from, places_of(number, every)) for number in sorted(VERSIONS)[::-1]]
    context = {"versions": versions, "now": now, "workplace": WORKPLACE}
    return render(request, "consents/readings.html", context)


@administrator_page
@require_http_methods(["GET", "POST"])
def reading(request: StaffRequest, version: int, language: str) -> HttpResponse:
    """The words to read, the recording that there is, and a form for a newer one."""
    if version not in VERSIONS or version < version_in_force() or language not in LANGUAGES:
        raise Http404
    too_large = drop_too_large(request) if request.method == "POST" else set()
    form = ReadingForm(request.POST, request.FILES) if request.method == "POST" else ReadingForm()
    if "recording" in too_large:
        form.errors["recording"] = form.error_class([TOO_HEAVY])
    if request.method == "POST" and form.is_valid():
        right = form.cleaned_data
        keep_reading(version, language, right["recording"], reader_name=right["reader_name"], by=request.user)
        messages.success(request, f"Đã giữ bản đọc {LANGUAGES[language]}. Trang hỏi sự đồng ý phát bản này từ bây giờ.")
        return redirect("manage-readings")
    context = {
        "form": form,
        "version": version,
        "language": LANGUAGES[language],
        "reading": reading_of(version, language),
        "script": blocks(reading_script(version, language)),
        "workplace": WORKPLACE,
    }
    return render(request, "consents/reading.html", context, status=UNPROCESSABLE if form.errors else 200)
