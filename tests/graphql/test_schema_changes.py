"""A change that breaks frontends is found, and what it needs is told."""

import pytest

from cms.graphql.schema_changes import compare

RELEASED = """
type Query { news(kind: Kind, first: Int = 20, oldKind: Kind @deprecated): [News!]! }
interface Page { title: String! subtitle: String }
type News implements Page {
  title: String!
  subtitle: String
  lead: String
  date: String!
  teaser: Teaser @deprecated(reason: "Use lead.")
  place: Place
}
type Teaser { text: String }
type Place { name: String }
type Project { title: String! }
type Event { title: String @deprecated(reason: "No more.") }
union Found = News | Project | Event
enum Kind { LONG SHORT @deprecated(reason: "Use LONG.") }
input Filter { kind: Kind, old: String @deprecated, year: Int }
extend type Query { found(filter: Filter): Found }
"""


def changed(*changes: tuple[str, str]) -> str:
    current = RELEASED
    for before, after in changes:
        assert before in current
        current = current.replace(before, after, 1)
    return current


def breaking(*changes: tuple[str, str]) -> tuple[str, ...]:
    return compare(RELEASED, changed(*changes)).breaking


TYPE = "  lead: String\n"
HARMLESS = {
    "nothing": ("", ""),
    "a field": (TYPE, f"{TYPE}  new: String!\n"),
    "a type": ("type Teaser", "type New { text: String } type Teaser"),
    "an enum value": ("LONG", "LONG MIDDLE"),
    "an optional argument": ("kind: Kind,", "kind: Kind, year: Int,"),
    "a required argument with a default": ("kind: Kind,", "kind: Kind, x: Int! = 1,"),
    "an optional input field": ("year: Int", "year: Int, month: Int"),
    "a union's member": ("union Found =", "union Found = Teaser |"),
    "an interface": (
        "type News implements Page",
        "interface Dated { date: String! } type News implements Dated & Page",
    ),
    "a promise that a field is never null": (TYPE, "  lead: String!\n"),
    "a deprecation": (TYPE, "  lead: String @deprecated\n"),
    "a description": (TYPE, f'  "What it says."\n{TYPE}'),
}


@pytest.mark.parametrize("change", HARMLESS.values(), ids=HARMLESS)
def test_an_addition_passes(change):
    assert breaking(change) == ()


BREAKING = {
    "a field that goes": ((TYPE, ""), "News.lead was removed."),
    "a type that goes with the field that led to it": (
        ("  place: Place\n", ""),
        "News.place was removed.",
    ),
    "another type": (
        ("date: String!", "date: Int!"),
        "News.date changed type from String! to Int!.",
    ),
    "a field that may be null now": (
        ("date: String!", "date: String"),
        "News.date changed type from String! to String.",
    ),
    "a list's items that may be null now": (
        ("[News!]!", "[News]!"),
        "Query.news changed type from [News!]! to [News]!.",
    ),
    "an argument that goes": (
        ("kind: Kind,", ""),
        "Query.news arg kind was removed.",
    ),
    "a required argument that comes": (
        ("kind: Kind,", "kind: Kind, year: Int!,"),
        "A required arg year on Query.news was added.",
    ),
    "an argument that is required now": (
        ("kind: Kind,", "kind: Kind!,"),
        "Query.news arg kind has changed type from Kind to Kind!.",
    ),
    "an input field that goes": (
        (", year: Int", ""),
        "Filter.year was removed.",
    ),
    "a required input field that comes": (
        ("year: Int", "year: Int, month: Int!"),
        "A required field month on input type Filter was added.",
    ),
    "an enum value that goes": (
        ("LONG SHORT", "SHORT"),
        "LONG was removed from enum type Kind.",
    ),
    "a union's member that goes": (
        ("News | Project", "News"),
        "Project was removed from union type Found.",
    ),
    "an interface that goes": (
        ("type News implements Page", "type News"),
        "News no longer implements interface Page.",
    ),
    "another kind of type": (
        ("union Found = News | Project | Event", "type Found { title: String }"),
        "Found changed from a Union type to an Object type.",
    ),
}


@pytest.mark.parametrize(("change", "sentence"), BREAKING.values(), ids=BREAKING)
def test_what_breaks_a_query_fails_and_says_what_to_do(change, sentence):
    (found,) = breaking(change)

    assert found.startswith(sentence)
    advice = found.removeprefix(sentence).strip()
    assert advice.endswith(".")


def test_a_removed_type_is_named_with_the_field_that_led_to_it():
    found = breaking(("type Place { name: String }", ""), ("  place: Place\n", ""))

    assert [sentence.split(" was")[0] for sentence in found] == ["Place", "News.place"]


GONE = {
    "a field, with the type that only it led to": (
        ('  teaser: Teaser @deprecated(reason: "Use lead.")\n', ""),
        ("type Teaser { text: String }", ""),
    ),
    "an argument": ((", oldKind: Kind @deprecated", ""),),
    "an input field": (("old: String @deprecated, ", ""),),
    "an enum value": ((' SHORT @deprecated(reason: "Use LONG.")', ""),),
    "a type whose fields were all deprecated, and its place in a union": (
        (
            'type Event { title: String @deprecated(reason: "No more.") }',
            "",
        ),
        (" | Event", ""),
    ),
}


@pytest.mark.parametrize("changes", GONE.values(), ids=GONE)
def test_what_the_release_had_deprecated_may_go(changes):
    assert breaking(*changes) == ()


def test_what_is_deprecated_and_stays_may_not_change_its_type():
    (found,) = breaking(("teaser: Teaser", "teaser: String"))

    assert found.startswith("News.teaser changed type from Teaser to String.")


def test_what_may_surprise_is_told_and_passes():
    changes = compare(
        RELEASED,
        changed(
            ("LONG", "LONG MIDDLE"),
            ("union Found =", "union Found = Teaser |"),
            ("first: Int = 20", "first: Int = 10"),
        ),
    )

    assert changes.breaking == ()
    assert changes.dangerous == (
        "Query.news arg first has changed defaultValue from 20 to 10.",
        "Teaser was added to union type Found.",
        "MIDDLE was added to enum type Kind.",
    )
