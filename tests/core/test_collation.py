"""Names stand where readers of their language look for them."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cms.core.collation import MAX_BYTES, sort_key
from cms.core.vocabularies.countries import CHOICES
from tests.core.word_orders import ORDERS


def ordered(words: list[str], code: str) -> list[str]:
    """Order the words from a state that has none."""
    mixed = random.Random(1).sample(words, len(words))
    return sorted(mixed, key=lambda word: sort_key(word, code))


@pytest.mark.parametrize("code", ORDERS)
def test_a_language_orders_its_names_as_its_readers_do(code: str) -> None:
    assert ordered(ORDERS[code], code) == ORDERS[code]


def test_upper_and_lower_case_stand_together() -> None:
    words = ["apple", "Apple", "banana", "Banana", "cherry"]

    assert ordered(words, "en") == words


def test_digits_stand_before_letters() -> None:
    words = ["2030 goals", "30 towns", "A town", "Ζάκυνθος", "Ямпіль", "أثينا"]

    assert ordered(words, "en") == words


def test_punctuation_and_spaces_only_decide_between_equals() -> None:
    words = ["“Deluge”", "Deluge, again", "de Luge: now", "Delusion", "(Demo)"]

    assert ordered(words, "en") == words
    assert sort_key("Saint-Denis", "fr") != sort_key("Saint Denis", "fr")


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("el", ["Ωρωπός", "Athens"]),
        ("uk", ["Яремче", "Kyiv"]),
        ("ar", ["يافا", "Beirut"]),
        ("en", ["Zagreb", "Αθήνα"]),
    ],
)
def test_a_language_puts_its_own_script_first(code: str, words: list[str]) -> None:
    assert ordered(words, code) == words


def test_a_language_without_rules_of_its_own_has_the_common_ones() -> None:
    assert sort_key("Élan", "xx") == sort_key("Élan", "en") == sort_key("Élan", "und")


def test_a_code_may_be_written_in_any_case_and_with_a_region() -> None:
    assert sort_key("Čačak", "sr-latn") == sort_key("Čačak", "sr-Latn-RS")
    assert sort_key("Ålborg", "DA") == sort_key("Ålborg", "da-dk")


def test_two_ways_to_write_one_letter_are_one_name() -> None:
    assert sort_key("A\u030angstrom", "sv") == sort_key("Ångstrom", "sv")


@given(names=st.lists(st.text(max_size=255), min_size=2, max_size=5))
@pytest.mark.parametrize("code", ["de", "da", "el", "ar"])
def test_any_title_has_a_short_key(code: str, names: list[str]) -> None:
    assert all(len(sort_key(name, code)) <= MAX_BYTES for name in names)


def test_a_long_key_keeps_its_beginning() -> None:
    long = "ﷺ" * 255

    assert len(sort_key(long, "ar")) == MAX_BYTES
    assert sort_key("ﷺ", "ar") < sort_key(long, "ar") < sort_key("ي", "ar")


def test_editors_find_countries_in_the_order_of_their_names() -> None:
    names = [name for _code, name in CHOICES]

    assert names[:3] == ["Afghanistan", "Åland Islands", "Albania"]
