"""What an editor is writing, for whoever holds the token of it."""

import graphene
from wagtail.models import Site

from cms.graphql.context import ApiContext
from cms.graphql.drafts import draft_batches
from cms.graphql.errors import BadInput
from cms.graphql.extensions import query
from cms.graphql.pages import PageInterface
from cms.previews import service
from cms.previews.service import Draft


class Preview(graphene.ObjectType):
    """A page as it stood in the editor when its preview was opened."""

    expires_at = graphene.DateTime(
        required=True, description="Until when the token shows it."
    )
    page = graphene.Field(
        PageInterface,
        required=True,
        description="The draft; `id` is `0` where it was never saved. What it refers "
        "to is shown as readers get it.",
    )


@query
class PreviewQuery:
    """Drafts."""

    preview = graphene.Field(
        Preview,
        token=graphene.String(
            required=True, description="What the editor's preview gave the frontend."
        ),
        description="A draft; null for every token that does not count (any more). "
        "Ask by POST: the answer is for one person, and no cache keeps it.",
    )

    def resolve_preview(root, info, token):
        info.context.is_personal = True
        draft = service.find_draft(token)
        return draft if draft and _stand_in(draft, info.context) else None


def _stand_in(draft: Draft, context: ApiContext) -> bool:
    """Answer for the draft's site; tell whether its language is one of that site."""
    parts = draft.page.get_url_parts()
    site = Site.objects.filter(pk=parts[0]).first() if parts else None
    if site is None:
        return False
    _use(site, context)
    draft_batches(context).add(draft.page)
    return context.gate.root_of(draft.page) is not None


def _use(site: Site, context: ApiContext) -> None:
    if "gate" not in context.__dict__ and not site.is_default_site:
        context.use_site(site.hostname)
    if context.gate.site.pk != site.pk:
        raise BadInput("site", "Ask for this draft alone: it is of another site.")
