"""Making the demo's accounts, and the rights of the groups that they are in."""

from collections.abc import Iterable, Mapping

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.db import transaction
from django.db.models import QuerySet
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission

from cms.demo.accounts import ACCOUNTS, Account
from cms.demo.load import Load
from cms.demo.page_drafts import key_in
from cms.demo.progress import counted

# Wagtail's own groups have their rights on pages and collections from its migrations.
EDITORS, MODERATORS, TRANSLATORS = "Editors", "Moderators", "French translators"
GROUPS = {"editor": EDITORS, "moderator": MODERATORS, "translator": TRANSLATORS}
TRANSLATORS_KEY = "group:french-translators"

SNIPPET_APPS = ("core", "home", "network", "news", "publications")
WRITTEN = ("organisation", "person", "topic", "section", "series")
SITE_WIDE = ("menu", "sitetexts")
RIGHTS: Mapping[str, tuple[str, ...]] = {
    EDITORS: tuple(
        f"{right}_{name}" for name in WRITTEN for right in ("add", "change")
    ),
    MODERATORS: tuple(
        f"{right}_{name}"
        for name in (*WRITTEN, *SITE_WIDE)
        for right in ("add", "change", "publish")
    ),
}


def make_sign_ins(load: Load) -> None:
    """Make every account that is not there, and give the groups their rights."""
    with transaction.atomic():
        _make_translators(load)
        for name in RIGHTS:
            _give_rights(load, name)
    for account in counted(load.progress, "Accounts", ACCOUNTS):
        with transaction.atomic():
            _make_account(load, account)


def rights_key(name: str) -> str:
    """Return the key under which it is noted that a group got its rights."""
    return f"rights:{name}"


def _give_rights(load: Load, name: str) -> None:
    """Let one of Wagtail's groups work on snippets; once, since people may differ."""
    key = rights_key(name)
    if not load.marks.is_made(key):
        group, _created = Group.objects.get_or_create(name=name)
        group.permissions.add(*_permissions(SNIPPET_APPS, RIGHTS[name]))
        load.marks.add(key, group)


def _make_account(load: Load, account: Account) -> None:
    key, users = f"account:{account.username}", get_user_model().objects
    if load.marks.is_made(key) or users.filter(username=account.username).exists():
        return
    words = account.username, f"{account.username}@example.org", account.password
    if account.username in GROUPS:
        user = users.create_user(*words)
        user.groups.add(*Group.objects.filter(name=GROUPS[account.username]))
    else:
        user = users.create_superuser(*words)
    load.marks.add(key, user)


def _make_translators(load: Load) -> None:
    """Let translators into French change French pages, and pick pictures for them."""
    french_home = load.marks.pk(key_in(load.content.items["home"], "fr"))
    if load.marks.is_made(TRANSLATORS_KEY) or french_home is None:
        return
    group = Group.objects.create(name=TRANSLATORS)
    group.permissions.add(*_permissions(["wagtailadmin"], ["access_admin"]))
    for permission in _permissions(["wagtailcore"], ["change_page"]):
        GroupPagePermission.objects.create(
            group=group, page_id=french_home, permission=permission
        )
    root = Collection.get_first_root_node()
    choose = ("choose_image", "choose_document")
    for permission in _permissions(["wagtailimages", "wagtaildocs"], choose):
        GroupCollectionPermission.objects.create(
            group=group, collection=root, permission=permission
        )
    load.marks.add(TRANSLATORS_KEY, group)


def _permissions(apps: Iterable[str], codenames: Iterable[str]) -> QuerySet[Permission]:
    return Permission.objects.filter(
        content_type__app_label__in=apps, codename__in=codenames
    )
