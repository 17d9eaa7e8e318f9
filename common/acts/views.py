"""Do what one button says, or show the page again with what was typed."""

from collections.abc import Callable, Iterable
from typing import Any

from django.contrib import messages
from django.contrib.auth.models import User
from django.http import Http404, HttpResponse
from django.shortcuts import redirect

from common.access import StaffRequest
from common.acts.forms import WordsForm
from common.acts.shapes import Act, offered
from common.transitions import MoveNotAllowed, ReasonMissing

UNPROCESSABLE = 422
NO_WORDS = "Hãy ghi mấy lời: để sau này ai cũng biết đã làm gì, vì sao."
OVERTAKEN = "Chưa làm được: người khác vừa xử lý việc này."


def acted(
    request: StaffRequest, row: Any, acts: Iterable[Act], form: WordsForm, *, page: Callable[..., HttpResponse]
) -> HttpResponse:
    """Make the act named by the button `lam` and go back to the row's own page; `page` shows the form with its errors.

    Whose act it is not, and who names none, finds nothing there.
    """
    act = next((each for each in acts if each.slug == request.POST.get("lam")), None)
    if act is None or not row.actors(request.user) & row.moves[act.move].actors:
        raise Http404
    if not form.is_valid():
        return page(form, status=UNPROCESSABLE)
    words = {act.words: form.cleaned_data["words"]} if act.words else {}
    try:
        act.do(row, by=request.user, **words)
    except ReasonMissing:
        form.add_error("words", NO_WORDS)
        return page(form, status=UNPROCESSABLE)
    except MoveNotAllowed as refused:
        messages.error(request, refused.told or OVERTAKEN)
    else:
        messages.success(request, act.done)
    return redirect(row)


def with_acts(row: Any, acts: Iterable[Act], form: WordsForm, *, by: User) -> dict[str, Any]:
    """What `components/acts.html` shows: the acts that there are now, and whether each of them wants words."""
    now = offered(row, acts, by=by)
    form.fields["words"].required = all(act.words for act in now)
    return {"form": form, "acts": now}
