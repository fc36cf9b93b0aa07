"""Enumerations made from Django's choices."""

from collections.abc import Callable
from enum import Enum
from functools import cache
from typing import Any

import graphene
from django.db.models import TextChoices


@cache
def enum_for(choices: type[TextChoices]) -> type[graphene.Enum]:
    """Return the GraphQL enumeration of a choices class, under the class's name."""
    return graphene.Enum(
        choices.__name__,
        [(member.name, member.value) for member in choices],
        description=_describe(choices),
    )


def plain(value: Any) -> Any:
    """Return an argument with the values of enumerations in place of their members."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, list):
        return [plain(item) for item in value]
    if isinstance(value, dict):
        return {name: plain(item) for name, item in value.items()}
    return value


def _describe(choices: type[TextChoices]) -> Callable[[Enum | None], str]:
    texts = {member.value: str(member.label) for member in choices}

    def describe(member: Enum | None) -> str:
        return (choices.__doc__ or "") if member is None else texts[member.value]

    return describe
