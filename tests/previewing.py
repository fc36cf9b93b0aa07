"""What tests of previews share: editors, tokens, and what a token shows."""

import json
from typing import Any
from urllib.parse import parse_qs, urlsplit

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.http import HttpResponse
from django.test import Client
from wagtail.models import GroupPagePermission, Page

from cms.previews.service import give_token

QUERY = """query P($token: String!) { preview(token: $token) {
    expiresAt page { id title slug path pageType locale { code } } } }"""
ACTIONS = ("add_page", "change_page")


def make_editor(*pages: Page, name: str = "editor", actions: tuple = ACTIONS) -> Any:
    """Return a user who may write these pages and all below them."""
    user = get_user_model().objects.create_user(name, f"{name}@example.org", "x")
    group = Group.objects.create(name=f"Group of {name}")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    for page in pages:
        for action in actions:
            permission = Permission.objects.get(
                codename=action, content_type__app_label="wagtailcore"
            )
            GroupPagePermission.objects.create(
                group=group, page=page, permission=permission
            )
    user.groups.add(group)
    return user


def make_superuser(name: str = "boss") -> Any:
    """Return a user who may do everything."""
    return get_user_model().objects.create_superuser(name, f"{name}@example.org", "x")


def drafted(page: Page, user: Any, **changes: Any) -> str:
    """Change a page in memory only and return a token that shows it so."""
    for name, value in changes.items():
        setattr(page, name, value)
    return give_token(page, user)


def see(token: Any, query: str = QUERY) -> HttpResponse:
    """Ask for what a token shows, as a frontend's server does."""
    return Client().post(
        "/graphql/",
        json.dumps({"query": query, "variables": {"token": token}}),
        content_type="application/json",
    )


def shown(token: str, query: str = QUERY) -> Any:
    """Return the page that a token shows; None where it shows nothing."""
    body = see(token, query).json()
    assert "errors" not in body, body
    preview = body["data"]["preview"]
    return preview and preview["page"]


def token_in(address: str) -> str:
    """Return the token that an address holds."""
    (token,) = parse_qs(urlsplit(address).query)["token"]
    return token


def new_page_form(**data: str) -> dict[str, str]:
    """Return the form of a news item, filled in; its rows stay empty."""
    rows = ("related_pages", "page_authors", "page_contacts", "comments")
    return {
        "title": "New",
        "slug": "new",
        "date": "2025-03-14",
        "body-count": "0",
        **{
            f"{name}-{part}": "0"
            for name in rows
            for part in ("TOTAL_FORMS", "INITIAL_FORMS")
        },
        **data,
    }
