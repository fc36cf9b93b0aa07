"""What browsers are told, for each kind of answer."""

import pytest

from cms.browser_safety.policies import LOOSER
from cms.core.media.prepare import prepare_image
from tests.factories.media import make_document, make_image

pytestmark = pytest.mark.django_db
HEADER = "Content-Security-Policy"
NO_INLINE = ("'unsafe-inline'", "'unsafe-eval'", "'strict-dynamic'", "*", "data:")


def policy_of(answer) -> dict[str, list[str]]:
    """Return the policy as a table."""
    parts = [part.split() for part in answer[HEADER].split(";") if part.strip()]
    return {name: sources for name, *sources in parts}


def test_no_script_but_our_files_runs_in_the_admin(admin_client):
    policy = policy_of(admin_client.get("/admin/"))

    assert policy["script-src"] == ["'self'"]
    assert "script-src-attr" not in policy
    assert policy["default-src"] == policy["base-uri"] == ["'none'"]
    assert policy["object-src"] == ["'none'"]
    assert policy["form-action"] == policy["frame-ancestors"] == ["'self'"]


def test_no_screen_of_the_admin_has_a_script_or_handler_in_it(admin_client, site_tree):
    for path in ("/admin/", f"/admin/pages/{site_tree['en'].pk}/edit/"):
        html = admin_client.get(path).text
        scripts = html.split("<script")[1:]
        inline = [one for one in scripts if "src=" not in one.split(">")[0]]

        assert all('type="application/json"' in one.split(">")[0] for one in inline)


def test_one_screen_is_looser_by_one_harmless_handler(admin_client):
    image = make_image()
    policy = policy_of(admin_client.get(f"/admin/images/{image.pk}/"))

    assert policy["script-src"] == ["'self'"]
    assert policy["script-src-attr"] == LOOSER["wagtailimages:edit"]["script-src-attr"]
    assert len(LOOSER) == 1


def test_the_preview_may_frame_the_frontends_and_nobody_else(admin_client, settings):
    settings.FRONTEND_URL = "https://www.example.org"
    settings.FRONTEND_PREVIEW_URL = "https://preview.example.org/draft"
    policy = policy_of(admin_client.get("/admin/"))

    assert policy["frame-src"] == [
        "'self'",
        "https://www.example.org",
        "https://preview.example.org",
    ]


def test_errors_in_the_admin_have_the_policy_too(admin_client):
    for path in ("/admin/nothing/", "/admin/pages/999999/edit/"):
        assert policy_of(admin_client.get(path))["script-src"] == ["'self'"]


def test_pages_of_readers_run_no_script(client, site_tree):
    for path in ("/", "/en/", "/en/nothing/"):
        policy = policy_of(client.get(path))
        scripts = policy.get("script-src", policy["default-src"])
        assert not set(scripts) & set(NO_INLINE)


def test_an_answer_of_no_view_has_a_policy(client):
    answer = client.get("/nothing-here/at-all.html")

    assert answer.status_code == 404
    assert policy_of(answer)["default-src"] == ["'none'"]


def test_a_views_own_policy_is_left_as_it_is(client):
    image, document = make_image(), make_document()
    prepare_image(image)
    picture = client.get(f"/media/{image.renditions.first().file.name}")

    assert picture[HEADER] == "default-src 'none'; sandbox"
    assert client.get(document.url)[HEADER] == "default-src 'none'"


def test_the_api_carries_no_policy_and_no_cookie(client, site_tree):
    answer = client.post("/graphql/", {"query": "{ __typename }"}, "application/json")

    assert HEADER not in answer
    assert not answer.cookies
