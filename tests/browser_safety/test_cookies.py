"""A cookie that we never gave is as good as none."""

import pytest

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "value",
    ['"abcdefghijk\\000lmno"', '"abc\\303\\050defghi"', "9" * 5000, "../../etc/passwd"],
)
@pytest.mark.parametrize("path", ["/admin/", "/admin/login/", "/media/x", "/"])
def test_a_session_that_is_no_key_is_ignored(client, value, path):
    without = client.get(path).status_code
    answer = client.get(path, headers={"Cookie": f"session={value}"})

    assert answer.status_code == without


def test_a_session_that_we_gave_counts(admin_client):
    assert admin_client.get("/admin/").status_code == 200
