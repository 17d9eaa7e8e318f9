"""Pictures and voices are there for everybody only while a page shows them: each file is asked about each time.

People at work also get what no page shows: drafts, and what was taken back. Every name is unguessable besides.
"""

import re

from django.db.models import Exists, OuterRef, Q
from django.http import Http404, HttpRequest, HttpResponseBase
from django.views.decorators.http import require_safe

from catalog.listings.models import ListingPhoto
from catalog.listings.presentation.rows import Prepared, agrees
from catalog.listings.visibility import seen_listings
from catalog.stories.models import Voice
from common.pictures.views import media
from producers.consents.states import ConsentScope
from producers.directory.models import Producer
from producers.directory.queries import workplaces_of

OURS_ALONE = "private, no-store"
_PICTURE = re.compile(r"[0-9a-f]{2}/([0-9a-f]{64})-[0-9]+\.webp")


@require_safe
def shown_file(request: HttpRequest, folder: str, path: str) -> HttpResponseBase:
    """A file that a page shows to everybody, or any to people at work; for all others there is none."""
    is_shown = may_be_seen(folder, path)
    if not is_shown and not (workplaces_of(request.user) or request.user.is_staff):
        raise Http404
    response = media(request, folder, path)
    if not is_shown:
        response["Cache-Control"] = OURS_ALONE
    return response


def may_be_seen(folder: str, path: str) -> bool:
    """Whether some page shows the file to everybody today; one query, two for what is no photo of goods."""
    if folder == "giong":
        return bool(_voices.rows(f"giong/{path}"))
    if folder == "anh":
        picture = _PICTURE.fullmatch(path)
        return picture is not None and bool(_photos.rows(picture[1]) or _portraits.rows(picture[1]))
    return folder == "doc"


_photos = Prepared(
    lambda digest: ListingPhoto.objects.filter(
        Exists(seen_listings().filter(product=OuterRef("image__product"))), picture__digest=digest
    ),
    {"pk": "pk"},
)
_portraits = Prepared(
    lambda digest: Producer.objects.filter(
        Exists(seen_listings().filter(producer=OuterRef("pk"))),
        agrees(ConsentScope.NAME_AND_PICTURE, "pk"),
        picture__digest=digest,
    ),
    {"pk": "pk"},
)
_voices = Prepared(
    lambda path: Voice.objects.filter(
        Exists(seen_listings().filter(product=OuterRef("story__product"))),
        agrees(ConsentScope.VOICE, "story__product__listing__producer"),
        Q(opus=path) | Q(compatible=path),
    ),
    {"pk": "pk"},
)
