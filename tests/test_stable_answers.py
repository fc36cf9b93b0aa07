"""What stands for ids, cursors and times still tells what is the same and what not."""

import pytest

from tests.stable_answers import stable

TIME = "2026-11-24T07:26:03.212434+00:00"


def test_equal_ids_stay_equal_and_different_ones_different():
    answer = stable({"a": [{"id": "7"}, {"id": "9"}, {"id": "7"}]})

    assert [page["id"] for page in answer["a"]] == ["<page 1>", "<page 2>", "<page 1>"]


def test_a_picture_and_a_page_of_one_number_have_different_names():
    answer = stable({"page": {"id": "4"}, "cover": {"id": "4", "alt": "A bridge"}})

    assert (answer["page"]["id"], answer["cover"]["id"]) == ("<page 1>", "<picture 1>")


def test_a_blocks_id_stays():
    block = {"id": "073e3ccb-f4ea-563a-b624-7b23a2f4499a"}

    assert stable(block) == block


def test_only_the_time_of_publication_is_left_out():
    answer = stable({"lastPublishedAt": TIME, "start": TIME, "date": "2026-10-06"})

    assert answer == {"lastPublishedAt": "<time>", "start": TIME, "date": "2026-10-06"}


def test_a_time_that_is_none_is_shown():
    assert stable({"lastPublishedAt": "yesterday"}) == {"lastPublishedAt": "yesterday"}
    assert stable({"lastPublishedAt": None}) == {"lastPublishedAt": None}


def test_the_times_in_json_ld_are_left_out_and_the_rest_stays():
    text = f'{{"datePublished": "2026-10-06", "dateModified": "{TIME}", "name": "A"}}'

    assert stable({"jsonLd": text}) == {
        "jsonLd": '{"datePublished": "2026-10-06", "dateModified": "<time>", '
        '"name": "A"}'
    }


def test_cursors_are_hidden_and_their_absence_is_not():
    assert stable({"endCursor": "WyJB", "startCursor": None}) == {
        "endCursor": "<cursor>",
        "startCursor": None,
    }


@pytest.mark.parametrize("ending", ["", "_", "_su", "_suVbN5k"])
def test_what_django_adds_to_a_files_name_is_left_out_even_if_it_was_cut(ending):
    answer = stable({"url": f"https://x/media/images/old-square{ending}.2e16.fill.jpg"})

    assert answer == {"url": "https://x/media/images/old-square.2e16.fill.jpg"}


def test_a_documents_number_and_a_files_ending_are_left_out_of_addresses():
    answer = stable(
        {
            "url": "https://x/documents/18/report.pdf",
            "srcset": "https://x/media/images/a_b_Zt31wK5.2e16.fill-400x250.jpg 64w",
        }
    )

    assert answer == {
        "url": "https://x/documents/<document 1>/report.pdf",
        "srcset": "https://x/media/images/a_b.2e16.fill-400x250.jpg 64w",
    }
