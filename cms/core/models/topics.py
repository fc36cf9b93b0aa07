"""What content is about."""

from django.utils.translation import gettext_lazy as _

from cms.core.models.terms import TreeTerm


class Topic(TreeTerm):
    """A subject, such as climate and energy, with narrower ones below it."""

    class Meta(TreeTerm.Meta):
        verbose_name = _("topic")
        verbose_name_plural = _("topics")
