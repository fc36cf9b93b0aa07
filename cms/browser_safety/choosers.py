"""Wagtail's choosers, started by data in place of a script in the page.

`BaseChooser.render` writes a script element after its markup, which a policy without
`unsafe-inline` refuses. Here it writes what that script would call, and
`browser_safety/starters.js` calls it.
"""

import json
from typing import Any

from django.forms.renderers import BaseRenderer
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from wagtail.admin.widgets import BaseChooser
from wagtail.admin.widgets.workflows import AdminTaskChooser

STARTER = '{}<template data-controller="starter" data-starter="{}" data-arguments="{}">'


def start_by_data() -> None:
    """Have every chooser render without a script."""
    BaseChooser.render = _render


def _render(
    widget: BaseChooser,
    name: str,
    value: Any,
    attrs: dict[str, Any] | None = None,
    renderer: BaseRenderer | None = None,
) -> SafeString:
    element_id = (attrs or {})["id"]
    data = widget.get_value_data(value)
    html = mark_safe(widget.render_html(name, data, attrs))  # noqa: S308 - a template's
    return format_html(
        STARTER + "</template>", html, *_call(widget, element_id, name, data)
    )


def _call(
    widget: BaseChooser, element_id: str, name: str, data: Any
) -> tuple[str, str]:
    if isinstance(widget, AdminTaskChooser):
        return "createTaskChooser", json.dumps([element_id])
    options = widget.get_js_init_options(element_id, name, data)
    return f"new {widget.js_constructor}", json.dumps([element_id, options])
