"""The option that takes what the API answers now for what it is expected to answer."""

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add `--rewrite-expected`."""
    parser.addoption(
        "--rewrite-expected",
        action="store_true",
        help="write tests/contract/expected from what is answered now",
    )
