"""A proof as a file, for those who serve or oversee her and for herself; each view is noted."""

from django.http import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from common.access import StaffRequest, staff_page
from common.pictures.views import private_file
from producers.consents.proofs.queries import proofs_seen_by
from producers.consents.proofs.services import note_view


@staff_page
@require_safe
def proof_file(request: StaffRequest, pk: int) -> HttpResponseBase:
    """Her voice, or the photo of her signature or thumb-print."""
    proof = get_object_or_404(proofs_seen_by(request.user), pk=pk)
    response = private_file(request, str(proof.file))
    note_view(proof, by=request.user)
    return response
