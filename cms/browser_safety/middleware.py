"""Tells browsers what to refuse: scripts of others, frames, sensors."""

from typing import Final

from csp.middleware import CSPMiddleware, PolicyParts
from django.http import HttpRequest
from django.http.response import HttpResponseBase

from cms.browser_safety.policies import (
    ADMIN_PREFIX,
    LOOSER,
    admin_policy,
    public_policy,
)

# The admin needs none of these, and neither does whoever would get into it.
PERMISSIONS: Final = (
    "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), "
    "magnetometer=(), microphone=(), midi=(), payment=(), usb=()"
)


class BrowserSafetyMiddleware(CSPMiddleware):
    """Chooses the policy by the address; a view's own header is left as it is."""

    def process_response(
        self, request: HttpRequest, response: HttpResponseBase
    ) -> HttpResponseBase:
        """Add the headers; data is no page and needs none of them."""
        if "json" in response.headers.get("Content-Type", ""):
            return response
        response.headers.setdefault("Permissions-Policy", PERMISSIONS)
        answer: HttpResponseBase = super().process_response(request, response)
        return answer

    def get_policy_parts(
        self,
        request: HttpRequest,
        response: HttpResponseBase,
        report_only: bool = False,  # noqa: FBT001, FBT002 - django-csp's signature
    ) -> PolicyParts:
        """Return the policy of the admin, or of everything else."""
        parts = super().get_policy_parts(request, response, report_only)
        if not report_only and parts.config is None:
            in_admin = request.path_info.startswith(ADMIN_PREFIX)
            policy = admin_policy() if in_admin else public_policy()
            match = request.resolver_match
            looser = LOOSER.get(match.view_name if match else "", {})
            parts.config = {
                name: list(value) for name, value in {**policy, **looser}.items()
            }
        return parts
