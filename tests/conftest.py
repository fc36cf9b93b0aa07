"""Fixtures of the whole suite; `tests/fixtures.py` says what they are."""

import gc

import pytest

# The collector's walks over all of Django took a tenth of the suite's time.
gc.set_threshold(100_000, 50, 50)

pytest_plugins = [
    "tests.demo_fixture",
    "tests.expected_option",
    "tests.fixtures",
    "tests.graphql_client",
    "tests.growth",
    "tests.migrated_database",
    "tests.own_database",
    "tests.plenty.fixture",
    "tests.running_site",
    "tests.scheduling",
]


@pytest.fixture(scope="session", autouse=True)
def message_catalogues() -> None:
    """Compile the catalogues, so that the suite does not depend on an earlier step."""
    from cms.core.catalogues import compile_catalogues

    compile_catalogues()
