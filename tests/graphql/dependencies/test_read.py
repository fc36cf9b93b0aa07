"""Nothing is read of which a change would not be noticed."""

import pytest

from tests.graphql.dependencies.questions import all_fields, operations
from tests.graphql.dependencies.watching import watching

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.usefixtures("demo_database"),
]


@pytest.mark.parametrize("planned", [True, False])
def test_a_key_stands_for_every_table_and_row_that_is_read(planned):
    for question in (*operations(), *all_fields()):
        with watching() as watch:
            _answer, depends_on = question.without_end().ask(planned=planned)

        assert watch.tables_without(depends_on.keys) == set(), question.name
        assert watch.rows_without(depends_on.keys) == [], question.name
