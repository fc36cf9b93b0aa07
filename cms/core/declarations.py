"""Declarations for ``graphql_fields``, of the kinds that Grapple has no word for.

A declaration says what a field is. Which type that becomes and how it is resolved is
the business of ``cms.graphql``, which this room does not know.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from django.db.models import TextChoices
from wagtail.blocks import Block

Kind = Literal["date", "decimal", "id", "locale", "picture", "document", "country"]


@dataclass(frozen=True, kw_only=True)
class Declared:
    """One field of a GraphQL type; ``source`` is the attribute or value it shows."""

    field_name: str
    kind: Kind | type[TextChoices] | type[Block]
    description: str
    source: str = ""
    required: bool = False
    is_list: bool = False
    alt: str = ""
    decorative: str = ""

    @property
    def field_source(self) -> str:
        """The attribute of the object that holds the value."""
        return self.source or self.field_name


def GraphQLDate(name: str, *, description: str, required: bool = False) -> Declared:
    """Declare a day."""
    return Declared(
        field_name=name, kind="date", description=description, required=required
    )


def GraphQLChoice(
    name: str, choices: type[TextChoices], *, description: str, required: bool = False
) -> Declared:
    """Declare one value out of an enumeration that has the choices' name."""
    return Declared(
        field_name=name, kind=choices, description=description, required=required
    )


def GraphQLLocale(name: str, *, description: str) -> Declared:
    """Declare the language of an object's texts."""
    return Declared(
        field_name=name, kind="locale", description=description, required=True
    )


def GraphQLCountry(
    name: str, *, description: str, source: str = "", is_list: bool = False
) -> Declared:
    """Declare a country kept as its code, or a list of them."""
    return Declared(
        field_name=name,
        kind="country",
        description=description,
        source=source,
        is_list=is_list,
        required=is_list,
    )


def GraphQLPicture(
    name: str,
    *,
    description: str,
    source: str = "",
    alt: str = "",
    decorative: str = "",
) -> Declared:
    """Declare a picture; ``alt`` and ``decorative`` name the values that go with it."""
    return Declared(
        field_name=name,
        kind="picture",
        description=description,
        source=source,
        alt=alt,
        decorative=decorative,
    )


def GraphQLFile(
    name: str, *, description: str, source: str = "", is_list: bool = False
) -> Declared:
    """Declare a document to download, or a list of them."""
    return Declared(
        field_name=name,
        kind="document",
        description=description,
        source=source,
        is_list=is_list,
        required=is_list,
    )


def GraphQLBlock(
    name: str,
    block: type[Block],
    *,
    description: str,
    source: str = "",
    is_list: bool = False,
) -> Declared:
    """Declare the value of one struct block, or with ``is_list`` of several."""
    return Declared(
        field_name=name,
        kind=block,
        description=description,
        source=source,
        is_list=is_list,
        required=is_list,
    )


__all__: Sequence[str] = [
    "Declared",
    "GraphQLBlock",
    "GraphQLChoice",
    "GraphQLCountry",
    "GraphQLDate",
    "GraphQLFile",
    "GraphQLLocale",
    "GraphQLPicture",
]
