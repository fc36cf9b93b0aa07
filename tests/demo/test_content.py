"""The demo's content files: what is wrong in one is told with its name."""

from dataclasses import replace

import pytest

from cms.demo.content import Content, Item, key_of, read_content
from cms.demo.drawing_pool import DrawingPool
from cms.demo.errors import DemoError
from cms.demo.memory import Memory
from cms.demo.picture_list import draw, list_drawings
from cms.demo.references import check_references


def item(**raw: object) -> Item:
    return Item("news:a-bridge", "news/a-bridge.yaml", {"slug": "a-bridge", **raw})


def with_item(changed: Item) -> Content:
    content = read_content()
    return replace(content, items={**content.items, changed.key: changed})


class TestReading:
    def test_the_files_name_only_what_is_there(self):
        check_references(read_content())

    @pytest.mark.parametrize(
        ("raw", "missing"),
        [
            ({"topics": ["fishing"]}, "topic:fishing"),
            ({"related": ["project:moon-base"]}, "project:moon-base"),
            ({"body": [{"links": [{"page": "page:nowhere"}]}]}, "page:nowhere"),
            ({"body": [{"funding": {"funder": "nobody"}}]}, "organisation:nobody"),
            ({"cover": {"scene": "moon", "seed": 1}}, "moon"),
        ],
    )
    def test_a_wrong_reference_names_file_and_target(self, raw, missing):
        with pytest.raises(DemoError, match=f"^news/a-bridge.yaml: .*{missing}"):
            check_references(with_item(item(**raw)))

    def test_a_missing_file_is_one_sentence(self, tmp_path):
        with pytest.raises(DemoError, match=r"^special\.yaml: it cannot be read"):
            read_content(folder=tmp_path)

    def test_a_path_of_pages_means_the_last(self):
        assert key_of("page:about/values") == "page:values"
        assert key_of("news-index") == "news-index"

    def test_an_original_in_a_language_that_is_not_offered_is_english(self):
        content = read_content(["en", "de"])
        written_in_french = content.items["project:reference-framework"]
        assert written_in_french.original == "en"
        assert written_in_french.languages == ("en",)


class TestMemory:
    def test_knows_plain_and_rich_texts_as_they_are_cut(self):
        text = {
            "en": 'Read <a href="https://example.org">this</a> & <b>that</b>.',
            "fr": 'Lisez <a href="https://example.org">ceci</a> & <b>cela</b>.',
        }
        memory = Memory(item(title="A", body=[{"paragraph": [text]}]), "fr")
        cut = 'Read <a id="a1">this</a> &amp; <b>that</b>.'
        assert memory.recall(cut) == 'Lisez <a id="a1">ceci</a> &amp; <b>cela</b>.'

    def test_names_are_the_same_in_every_language(self):
        memory = Memory(item(title={"en": "A", "fr": "B"}, name="Mira Holt"), "fr")
        assert memory.recall("Mira Holt") == "Mira Holt"
        assert memory.recall("A") == "B"
        assert memory.recall("C") is None

    def test_two_translations_of_one_text_are_refused(self):
        both = [{"en": "Yes", "fr": "Oui"}, {"en": "Yes", "fr": "Si"}]
        with pytest.raises(
            DemoError, match=r"^news/a-bridge\.yaml: .*two translations"
        ):
            Memory(item(items=both), "fr")

    def test_other_markup_in_a_translation_is_refused(self):
        text = {"en": "One <b>two</b>", "fr": "Un<p>deux</p>"}
        with pytest.raises(DemoError, match="other markup in fr"):
            Memory(item(lead=text), "fr")


class TestDrawing:
    def test_processes_draw_the_same_as_this_one(self):
        one = next(
            drawing
            for drawing in list_drawings(read_content()).values()
            if drawing.scene == "portrait"
        )
        pool = DrawingPool([one], tiny=False)
        try:
            assert pool.file(one) == draw(one.scene, one.arguments)
        finally:
            pool.close()
