"""Who belongs to the network, and who is behind what."""

from network.models.organisation import Organisation, OrganisationKind
from network.models.people import PageAuthor, PageContact, Person

__all__ = ["Organisation", "OrganisationKind", "PageAuthor", "PageContact", "Person"]
