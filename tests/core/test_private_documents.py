"""Documents of closed collections: in no cache, and nobody guesses their password."""

import pytest
from django.test import Client
from wagtail.models import Collection, CollectionViewRestriction

from tests.factories.media import make_document

PASSWORD = "summer-by-the-river"


def closed(kind: str, name: str = "closed"):
    """Return a document and the restriction of its collection."""
    collection = Collection.get_first_root_node().add_child(name=name)
    restriction = CollectionViewRestriction.objects.create(
        collection=collection, restriction_type=kind, password=PASSWORD
    )
    return make_document(collection=collection), restriction


def guess(client, restriction, password: str, **extra):
    path = f"/documents/authenticate_with_password/{restriction.pk}/"
    return client.post(
        path, {"password": password, "return_url": "/documents/"}, **extra
    )


def test_the_password_of_a_collection_cannot_be_guessed_without_limit(client, db):
    _document, restriction = closed("password")
    answers = [guess(client, restriction, f"guess {n}") for n in range(11)]

    assert [answer.status_code for answer in answers] == [200] * 10 + [429]
    assert 0 < int(answers[-1]["Retry-After"]) <= 900
    assert "too many attempts" in answers[-1].text
    assert guess(client, restriction, PASSWORD).status_code == 429


def test_who_guesses_keeps_no_other_address_and_no_other_collection_out(client, db):
    _document, restriction = closed("password")
    _other_document, other = closed("password", "other")
    for number in range(11):
        guess(client, restriction, f"guess {number}")

    elsewhere = guess(Client(), restriction, PASSWORD, REMOTE_ADDR="198.51.100.7")
    assert elsewhere.status_code == 302
    assert guess(client, other, PASSWORD).status_code == 302


def test_who_knows_the_password_is_never_counted(client, db):
    document, restriction = closed("password")
    statuses = {guess(Client(), restriction, PASSWORD).status_code for _ in range(12)}
    guess(client, restriction, PASSWORD)

    assert statuses == {302}
    assert client.get(document.url).status_code == 200


@pytest.mark.parametrize("kind", ["login", "password"])
def test_no_cache_keeps_a_document_of_a_closed_collection(admin_client, kind):
    document, restriction = closed(kind)
    guess(admin_client, restriction, PASSWORD)
    answer = admin_client.get(document.url)

    assert answer.status_code == 200
    assert answer["Cache-Control"] == "private, no-store"


def test_caches_may_keep_a_document_for_everybody(client, db):
    assert "no-store" not in client.get(make_document().url).get("Cache-Control", "")


@pytest.mark.parametrize("number", ["9" * 18, "9" * 23, "9" * 5000])
def test_a_document_with_an_absurd_number_is_not_found(client, db, number):
    assert client.get(f"/documents/{number}/x").status_code == 404
    password = f"/documents/authenticate_with_password/{number}/"
    assert client.get(password).status_code == 404
