"""Fixtures of the tests of dependencies."""

import pytest

from tests.graphql.dependencies.small_site import World


@pytest.fixture
def world(site_tree) -> World:
    """A small site."""
    return World(site_tree)
