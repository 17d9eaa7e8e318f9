"""The place field of every form: a province, and a commune by its new or old name. It works without JavaScript."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from common.text import normalise
from producers.places.models import Commune
from producers.places.queries import Ambiguous, CommuneMatch, commune_by_text, provinces_in_order


@dataclass(frozen=True, slots=True)
class TypedPlace:
    """What stands in the boxes of the field."""

    province: str = ""
    text: str = ""
    code: str = ""


class CommuneInput(forms.Widget):
    """A list of provinces, a box for the commune and, where several fit, the communes to choose from.

    Its inputs are called `<name>_province`, `<name>_text` and `<name>_code`.
    """

    template_name = "components/commune_field.html"
    use_fieldset = True
    candidates: Sequence[CommuneMatch] = ()
    """The communes to choose from, set by the field when the text fits several."""

    def value_from_datadict(self, data: Mapping[str, Any], files: Any, name: str) -> TypedPlace:
        """Read the three inputs."""
        return TypedPlace(*(str(data.get(f"{name}_{part}", "")).strip() for part in ("province", "text", "code")))

    def value_omitted_from_data(self, data: Mapping[str, Any], files: Any, name: str) -> bool:
        """Whether the form came without this field."""
        return not any(f"{name}_{part}" in data for part in ("province", "text", "code"))

    def id_for_label(self, id_: str) -> str:
        """The box for the commune is the one to go to."""
        return f"{id_}_text" if id_ else id_

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        """Draw the inputs from the project's templates."""
        context = self.get_context(name, value, attrs)
        drawn = context["widget"]["attrs"]
        context["typed"] = value or TypedPlace()
        context["provinces"] = provinces_in_order()
        context["candidates"] = self.candidates
        context["described_by"] = f"{drawn.get('id')}_error" if drawn.get("aria-invalid") else ""
        return render_to_string(self.template_name, context)


class CommuneField(forms.Field):
    """Gives the commune of today that was chosen or typed; nothing typed is lost when it asks again."""

    widget = CommuneInput
    default_error_messages = {
        "required": "Hãy gõ tên xã, phường.",
        "unknown": "Không tìm thấy xã, phường nào tên như vậy. Hãy thử tên cũ, hoặc thêm tên huyện cũ.",
        "ambiguous": "Có nhiều nơi tên như vậy. Hãy chọn một nơi.",
        "likely": "Có phải nơi này không? Hãy chọn, hoặc gõ lại.",
        "other_province": "Xã này không thuộc tỉnh đã chọn: %(name)s.",
    }

    def prepare_value(self, value: Any) -> Any:
        """Show a commune, or the code of one, in the boxes."""
        if isinstance(value, str) and value:
            value = Commune.objects.select_related("province").filter(pk=value).first()
        if isinstance(value, Commune):
            return TypedPlace(value.province_id, str(value), value.code)
        return value

    def to_python(self, value: Any) -> Commune | None:
        """Return the commune; raises ValidationError if the text fits none, several, or one of another province.

        A code chooses among the communes that the text fits; a code left over from another text does nothing.
        """
        typed = value if isinstance(value, TypedPlace) else TypedPlace()
        commune = self._read(typed) if typed.text else self._by_code(typed.code)
        if commune and typed.province and commune.province_id != typed.province:
            raise self._error("other_province", name=commune.full_name)
        return commune

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Whether the boxes hold something else than at first."""
        return (self.prepare_value(initial) or TypedPlace()) != (data or TypedPlace())

    def _by_code(self, code: str) -> Commune | None:
        current = Commune.objects.select_related("province").filter(valid_to__isnull=True)
        return current.filter(pk=normalise(code)).first() if code else None

    def _read(self, typed: TypedPlace) -> Commune:
        found = commune_by_text(typed.text, normalise(typed.province) or None)
        if found is None and typed.province:
            elsewhere = commune_by_text(typed.text)
            found = elsewhere if isinstance(elsewhere, Commune) else None
        if found is None:
            raise self._error("unknown")
        return self._choose(found, typed.code) if isinstance(found, Ambiguous) else found

    def _choose(self, among: Ambiguous, code: str) -> Commune:
        for match in among.matches:
            if match.commune.code == code:
                return match.commune
        self.widget.candidates = among.matches
        raise self._error("ambiguous" if len(among.matches) > 1 else "likely")

    def _error(self, code: str, **params: str) -> ValidationError:
        return ValidationError(self.error_messages[code], code=code, params=params)
