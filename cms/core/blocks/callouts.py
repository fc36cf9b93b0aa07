"""Boxes, figures, checklists, steps and questions."""

from django.utils.translation import gettext_lazy as _
from grapple.models import GraphQLRichText, GraphQLString
from wagtail.blocks import CharBlock, ListBlock, RichTextBlock, StructBlock, URLBlock
from wagtail.blocks.struct_block import StructValue

from cms.core.blocks.partial_date import PartialDateBlock
from cms.core.blocks.text import RichItemBlock
from cms.core.declarations import GraphQLBlock
from cms.core.richtext.features import PARAGRAPH


class FactBoxBlock(StructBlock):
    """An “in a box” call-out."""

    title = CharBlock(required=False, max_length=120, label=_("Title"))
    items = ListBlock(RichItemBlock(), label=_("Facts"))

    graphql_fields = [
        GraphQLString("title", description="What the facts are about."),
        GraphQLBlock("items", RichItemBlock, is_list=True, description="The facts."),
    ]

    class Meta:
        icon = "info-circle"
        label = _("In a box")
        graphql_description = "Facts in a box beside the text."


class SourceBlock(StructBlock):
    """Where a figure comes from."""

    graphql_fields = [
        GraphQLString("title", source="source_title", description="The source's name."),
        GraphQLString("href", source="source_url", description="Where to find it."),
    ]

    class Meta:
        graphql_name = "FigureSource"
        graphql_description = "Where a figure comes from."


class FigureValue(StructValue):
    """A figure that knows whether it has a source."""

    @property
    def source(self) -> StructValue | None:
        """The value again, where it names a source."""
        return self if self["source_title"] or self["source_url"] else None


class FigureBlock(StructBlock):
    """A number worth remembering."""

    value = CharBlock(max_length=40, label=_("Number"), help_text=_("Such as 11,000."))
    unit = CharBlock(required=False, max_length=40, label=_("Unit"))
    label = CharBlock(max_length=160, label=_("What it counts"))
    as_of = PartialDateBlock(required=False, label=_("As of"))
    source_title = CharBlock(required=False, max_length=160, label=_("Source"))
    source_url = URLBlock(required=False, label=_("Source's address"))

    graphql_fields = [
        GraphQLString("value", required=True, description="The number as written."),
        GraphQLString("unit", description="What it is counted in."),
        GraphQLString("label", description="What it counts."),
        GraphQLString("as_of", description="When it held: a year, a month or a day."),
        GraphQLBlock("source", SourceBlock, description="Where it comes from."),
    ]

    class Meta:
        value_class = FigureValue
        graphql_name = "Figure"
        graphql_description = "A number with its meaning, date and source."


class KeyFiguresBlock(StructBlock):
    """A row of figures."""

    figures = ListBlock(FigureBlock(), label=_("Figures"))

    graphql_fields = [
        GraphQLBlock("figures", FigureBlock, is_list=True, description="The figures.")
    ]

    class Meta:
        icon = "table"
        label = _("Key figures")
        graphql_description = "Figures to remember."


class ChecklistBlock(StructBlock):
    """Recommendations to one addressee."""

    title = CharBlock(required=False, max_length=160, label=_("Title"))
    addressee = CharBlock(
        required=False,
        max_length=160,
        label=_("Addressee"),
        help_text=_("Who is asked, such as: the European Union."),
    )
    items = ListBlock(RichItemBlock(), label=_("Points"))

    graphql_fields = [
        GraphQLString("title", description="What the list is about."),
        GraphQLString("addressee", description="Who is asked to act."),
        GraphQLBlock("items", RichItemBlock, is_list=True, description="The points."),
    ]

    class Meta:
        icon = "tasks"
        label = _("Checklist")
        graphql_description = "Points to tick off, or recommendations to an addressee."


class StepBlock(StructBlock):
    """One step."""

    title = CharBlock(max_length=160, label=_("Title"))
    text = RichTextBlock(required=False, features=PARAGRAPH, label=_("Text"))

    graphql_fields = [
        GraphQLString("title", required=True, description="What the step is called."),
        GraphQLRichText(
            "html",
            source="text",
            required=True,
            description="What to do, as clean HTML.",
        ),
    ]

    class Meta:
        graphql_name = "Step"
        graphql_description = "One step of a process."


class StepsBlock(StructBlock):
    """Steps in their order."""

    steps = ListBlock(StepBlock(), label=_("Steps"))

    graphql_fields = [
        GraphQLBlock("steps", StepBlock, is_list=True, description="In their order.")
    ]

    class Meta:
        icon = "list-ol"
        label = _("Steps")
        graphql_description = "The steps of a process."


class QuestionBlock(StructBlock):
    """A question with its answer."""

    question = CharBlock(max_length=255, label=_("Question"))
    answer = RichTextBlock(features=PARAGRAPH, label=_("Answer"))

    graphql_fields = [
        GraphQLString("question", required=True, description="What is asked."),
        GraphQLRichText(
            "html",
            source="answer",
            required=True,
            description="The answer as clean HTML.",
        ),
    ]

    class Meta:
        graphql_name = "Question"
        graphql_description = "A question with its answer."


class QuestionsBlock(StructBlock):
    """Questions that people ask."""

    questions = ListBlock(QuestionBlock(), label=_("Questions"))

    graphql_fields = [
        GraphQLBlock(
            "questions", QuestionBlock, is_list=True, description="In their order."
        )
    ]

    class Meta:
        icon = "help"
        label = _("Questions and answers")
        graphql_description = "Questions with their answers."
