"""Suggestions while somebody types."""

import pytest

from producers.places.views import suggest

pytestmark = pytest.mark.usefixtures("places")
ADDRESS = "/dia-gioi/tim/"


def test_suggestions_carry_code_label_and_note(visitor, django_assert_num_queries):
    with django_assert_num_queries(2):
        answer = visitor.get(ADDRESS, {"q": "na sang", "tinh": "11"})
    assert answer.status_code == 200
    assert answer.json() == {
        "communes": [
            {"code": "03172", "province": "11", "label": "Xã Na Sang, Điện Biên", "note": ""},
            {
                "code": "03358",
                "province": "11",
                "label": "Xã Núa Ngam, Điện Biên",
                "note": "có bản Na Sang 1, bản Na Sang 2",
            },
        ]
    }


def test_suggestions_may_be_kept_by_anyone_and_need_no_session(rf):
    answer = suggest(rf.get(ADDRESS, {"q": "na sang"}))
    assert answer["Cache-Control"] == "public, max-age=86400"
    assert "Vary" not in answer
    assert not answer.cookies


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ({}, 0),
        ({"q": ""}, 0),
        ({"q": "t"}, 0),
        ({"q": "th"}, 10),
        ({"q": "Núa Ngam", "tinh": "12"}, 0),
        ({"q": "Núa Ngam", "tinh": ""}, 1),
        ({"q": "Núa Ngam", "tinh": "x'"}, 1),
        ({"q": "\x00", "tinh": "\x00"}, 0),
        ({"q": "a" * 5_000}, 0),
    ],
)
def test_any_question_gets_an_answer(visitor, query, count):
    answer = visitor.get(ADDRESS, query)
    assert answer.status_code == 200
    assert len(answer.json()["communes"]) == count


def test_suggestions_are_only_read(visitor):
    assert visitor.post(ADDRESS, {"q": "na sang"}).status_code == 405
