"""Organisations and people in the API."""

from typing import Any

import graphene
from django.db.models import Q
from grapple.registry import registry

from cms.core.models import BasePage
from cms.core.vocabularies.countries import country_name
from cms.graphql import facets, loaders
from cms.graphql.connections import OrderBy, connection_type
from cms.graphql.dependencies.aspects import declare
from cms.graphql.enums import enum_for
from cms.graphql.extensions import extend, query
from cms.graphql.listing import (
    Filter,
    Listing,
    in_first_language,
    is_one_of,
    list_arguments,
    order_enum,
    resolve_list,
)
from cms.graphql.planner.columns import joined_by
from network.models import Organisation, OrganisationKind, Person

# One that is hidden by its translation has a slug that the translation may lack.
SLUG = declare(
    Organisation,
    "slug",
    lambda row: Organisation.objects.filter(
        translation_key=row.translation_key
    ).values_list("slug", flat=True),
    lambda slugs, _context: Q(
        translation_key__in=Organisation.objects.filter(slug__in=slugs).values(
            "translation_key"
        )
    ),
)
organisation_type = lambda: registry.snippets[Organisation]  # noqa: E731 read late
person_type = lambda: registry.snippets[Person]  # noqa: E731 read late


class Contact(graphene.ObjectType):
    """Whom to ask."""

    name = graphene.String(required=True, description="The person's name.")
    role = graphene.String(description="What the person does.")
    email = graphene.String(description="Where to write to.")
    phone = graphene.String(description="Telephone number (E.164).")

    def resolve_role(person: Person, info):
        return person.role or None

    def resolve_email(person: Person, info):
        return person.email or None

    def resolve_phone(person: Person, info):
        return person.phone or None


@extend(BasePage)
class PeopleFields:
    """Who wrote a page, and who answers for it."""

    authors = graphene.List(
        graphene.NonNull(person_type), required=True, description="Who wrote it."
    )
    contacts = graphene.List(
        graphene.NonNull(Contact), required=True, description="Whom to ask about it."
    )

    def resolve_authors(page, info):
        return _people(page, "page_authors", info)

    def resolve_contacts(page, info):
        return _people(page, "page_contacts", info)


def _people(page, accessor: str, info) -> list[Person]:
    joined = joined_by(Person, info)
    people: list[Person] = info.context.batches.load(
        page, loaders.children_to, accessor, "person", info.context, joined
    )
    return people


@extend(Organisation)
class OrganisationFields:
    """What an organisation's columns do not say."""

    description = graphene.Field(
        lambda: RichText, description="What it does; null where nothing is said."
    )

    def resolve_description(organisation, info):
        return organisation if organisation.description else None


class RichText(graphene.ObjectType):
    """Running text."""

    html = graphene.String(required=True, description="Clean HTML.")

    def resolve_html(organisation, info):
        from cms.graphql.resolvers import targets_in

        targets = targets_in(organisation, "description", info.context)
        return targets.html(organisation.description)


OrganisationConnection = connection_type("Organisation", organisation_type, facets=True)
OrganisationOrder = order_enum(
    "OrganisationOrder",
    {"NAME": "By name, as the language of each organisation orders names."},
)
LISTING = Listing(
    model=Organisation,
    orders={"NAME": OrderBy("NAME", ("sort_key",))},
    filters=(
        Filter("kinds", is_one_of("kind"), facets.by_choices("kind", OrganisationKind)),
        Filter(
            "countries",
            is_one_of("country_code"),
            facets.by_column("country_code", country_name),
        ),
    ),
)


class OrganisationFilter(graphene.InputObjectType):
    """Which organisations to keep."""

    kinds = graphene.List(
        graphene.NonNull(enum_for(OrganisationKind)), description="Of these kinds."
    )
    countries = graphene.List(
        graphene.NonNull(graphene.String),
        description="In these countries (ISO 3166-1 alpha-2).",
    )


@query
class NetworkQuery:
    """The network's members and partners."""

    organisations = graphene.Field(
        OrganisationConnection,
        required=True,
        description="The network's members and partners.",
        **list_arguments(OrganisationOrder, OrganisationFilter, "NAME"),
    )
    organisation = graphene.Field(
        organisation_type,
        slug=graphene.String(required=True, description="The same in every language."),
        locale=graphene.String(required=True, description="The language asked for."),
        fallback=graphene.List(
            graphene.NonNull(graphene.String),
            description="Languages to look in next.",
        ),
        description="One member or partner; null where none is public.",
    )

    def resolve_organisations(root, info, **arguments: Any):
        return resolve_list(LISTING, info, arguments)

    def resolve_organisation(root, info, slug, locale, fallback=None):
        chain = info.context.chain_for(locale, fallback)
        info.context.notes.add(SLUG.key(slug))
        rows = in_first_language(Organisation, chain, info.context)
        return rows.filter(slug=slug).first()
