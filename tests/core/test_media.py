"""Pictures: made ahead in preset sizes, served to those who may see them."""

import pytest
from django.contrib.auth import get_user_model
from wagtail.models import Collection, CollectionViewRestriction
from wagtail.users.models import UserProfile

from cms.core.media.prepare import prepare_image
from cms.core.media.presets import PRESETS, all_specs
from cms.core.models import CustomRendition
from tests.factories.media import make_document, make_image
from tests.factories.pages import StandardPageFactory

PICTURE = """
{ page(slug: "about") { ... on StandardPage { cover {
    alt placeholder focalPoint { x y }
    rendition(preset: CARD) { url width height }
    sources(preset: CARD) { type srcset sizes } } } } }
"""


@pytest.fixture
def private(db):
    collection = Collection.get_first_root_node().add_child(name="Private")
    CollectionViewRestriction.objects.create(
        collection=collection, restriction_type="login"
    )
    return collection


def test_an_upload_has_every_file_made_in_the_background(
    db, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        image = make_image(size=(2000, 1400))

    made = set(CustomRendition.objects.values_list("filter_spec", flat=True))
    image.refresh_from_db()

    assert made == set(all_specs(2000))
    assert image.placeholder.startswith("data:image/webp;base64,")
    assert len(image.placeholder) < 400


def test_making_them_again_makes_none(db):
    image = make_image()

    assert prepare_image(image) > 0
    assert prepare_image(image) == 0


def test_nothing_is_enlarged(db):
    image = make_image(size=(500, 400))
    prepare_image(image)

    widths = CustomRendition.objects.filter(filter_spec__startswith="fill-800").count()

    assert widths == 0
    assert PRESETS["HERO"].widths_for(500) == (960,)


def test_a_file_that_is_not_there_yet_is_absent_and_no_query_makes_it(
    graphql, site_tree
):
    image = make_image(alt_texts={"en": "A bridge", "fr": "Un pont"})
    StandardPageFactory(parent=site_tree["en"], title="About", cover=image)

    before = graphql(PICTURE).data["page"]["cover"]
    made_by_query = CustomRendition.objects.count()
    prepare_image(image)
    after = graphql(PICTURE).data["page"]["cover"]

    assert before["rendition"] is None
    assert before["sources"] == []
    assert made_by_query == 0
    assert after["rendition"]["url"].startswith("http://cms.test/media/images/")
    assert [source["type"] for source in after["sources"]] == [
        "image/avif",
        "image/webp",
        "image/jpeg",
    ]


@pytest.mark.parametrize(
    ("cover_alt", "texts", "expected"),
    [
        ("Here it is a symbol", {"en": "A bridge"}, "Here it is a symbol"),
        ("", {"en": "A bridge", "fr": "Un pont"}, "A bridge"),
        ("", {"fr": "Un pont"}, "Un pont"),
        ("", {}, "Picture"),
    ],
)
def test_a_picture_is_described_in_the_pages_language_and_never_not_at_all(
    graphql, site_tree, cover_alt, texts, expected
):
    StandardPageFactory(
        parent=site_tree["en"],
        title="About",
        cover=make_image(alt_texts=texts),
        cover_alt=cover_alt,
    )

    assert graphql(PICTURE).data["page"]["cover"]["alt"] == expected


def test_a_public_file_is_served_for_long(client, db):
    image = make_image()
    prepare_image(image)
    rendition = image.renditions.first()

    response = client.get(f"/media/{rendition.file.name}")

    assert response.status_code == 200
    assert "immutable" in response["Cache-Control"]
    assert b"".join(response.streaming_content) == rendition.file.open().read()


def test_a_private_file_is_not_found_by_strangers(client, private):
    image = make_image(collection=private)
    prepare_image(image)
    document = make_document(collection=private)

    for name in (image.file.name, image.renditions.first().file.name):
        assert client.get(f"/media/{name}").status_code == 404
    assert client.get(document.url).status_code in (302, 403, 404)
    assert client.get(f"/media/{document.file.name}").status_code == 404


def test_a_private_file_is_shown_to_those_who_work_with_it(admin_client, private):
    image = make_image(collection=private)

    response = admin_client.get(f"/media/{image.file.name}")

    assert response.status_code == 200
    assert response["Cache-Control"] == "private, no-store"
    response.close()


def test_an_original_with_all_that_it_tells_is_no_strangers(client, admin_client, db):
    image = make_image()
    address = f"/media/{image.file.name}"

    assert client.get(address).status_code == 404
    by_editor = admin_client.get(address)
    assert by_editor.status_code == 200
    assert by_editor["Cache-Control"] == "private, no-store"
    by_editor.close()


def test_the_picture_of_an_account_is_for_colleagues(client, admin_client, admin_user):
    profile = UserProfile.get_for_user(admin_user)
    profile.avatar.save("me.png", make_image().file)
    address = f"/media/{profile.avatar.name}"

    assert client.get(address).status_code == 404
    by_colleague = admin_client.get(address)
    assert by_colleague.status_code == 200
    by_colleague.close()


def test_an_account_without_rights_is_a_stranger(client, private):
    user = get_user_model().objects.create_user("reader", password="x")
    client.force_login(user)

    assert (
        client.get(f"/media/{make_image(collection=private).file.name}").status_code
        == 404
    )


@pytest.mark.parametrize(
    "name", ["nothing.jpg", "../secret", "..%2f..%2fmanage.py", "original_images/"]
)
def test_nothing_but_known_files_is_served(client, db, name):
    assert client.get(f"/media/{name}").status_code == 404


@pytest.mark.parametrize("name", ["a%00b", "a" * 5000, "..%00/x"])
def test_a_name_that_no_file_can_have_is_not_found(client, admin_client, name):
    assert client.get(f"/media/{name}").status_code == 404
    assert admin_client.get(f"/media/{name}").status_code == 404
