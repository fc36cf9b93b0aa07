"""What an answer says of its cost, and in development of the work behind it."""

import pytest
from django.db import connection

from cms.graphql.limits.report import Report


def work() -> None:
    with connection.cursor() as cursor:
        for _ in range(3):
            cursor.execute("SELECT pg_sleep(0.01)")


@pytest.mark.django_db
def test_in_production_only_the_cost_is_told_and_only_when_asked(settings):
    report = Report()
    with report.measured():
        work()

    assert report.extensions(17, wants_cost=False) == {}
    assert report.extensions(17, wants_cost=True) == {
        "cost": {"asked": 17, "maximum": settings.CMS_API["MAX_COST"]}
    }


@pytest.mark.django_db
def test_in_development_the_work_is_told(settings):
    settings.CMS_API = {**settings.CMS_API, "DIAGNOSTICS": True}
    report = Report()
    work()
    with report.measured():
        work()
    work()

    told = report.extensions(17, wants_cost=False)["work"]

    assert told["statements"] == 3
    assert 30 <= told["sqlMilliseconds"] <= told["milliseconds"]
