"""The form in which authors write a page."""

from typing import Any

from django.db.models import Q
from django.forms import ModelMultipleChoiceField
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.models import TranslatableMixin


class BasePageForm(WagtailAdminPageForm):
    """Offers topics, projects and the like in the page's own language only."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            if isinstance(field, ModelMultipleChoiceField):
                self._offer_own_language(name, field)

    def _offer_own_language(self, name: str, field: ModelMultipleChoiceField) -> None:
        """Leave out other languages, but never what is chosen already."""
        offered = field.queryset
        if offered is None or not issubclass(offered.model, TranslatableMixin):
            return
        page = self.instance
        locale_id = page.locale_id or self.parent_page.locale_id
        chosen = [thing.pk for thing in getattr(page, name).all()] if page.pk else []
        field.queryset = offered.filter(Q(locale=locale_id) | Q(pk__in=chosen))
