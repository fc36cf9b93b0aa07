"""Which tests go to one worker: those that share something that takes long to make."""

from typing import Any

import pytest
from xdist.scheduler import LoadScopeScheduling
from xdist.workermanage import WorkerController

SHARING = {
    "tests/browser/test_content_security_policy": "demo_database",
    "tests/browser/": "running_site",
    "tests/whole/": "running_site",
    "tests/contract/": "demo_database",
    "tests/graphql/test_random_queries": "demo_database",
    "tests/graphql/planner/test_every_relation": "plenty_database",
    "tests/graphql/planner/test_growth": "plenty_database",
    "tests/graphql/planner/test_random_sites": "random_sites",
    "tests/graphql/dependencies/test_complete": "demo_database",
    "tests/graphql/dependencies/test_read": "demo_database",
    "tests/graphql/planner/test_same_as_reference": "demo_database",
    "tests/graphql/planner/test_statements": "demo_database",
    "tests/graphql/limits/test_cost_of_the_demo": "demo_database",
    "tests/docs/": "demo_database",
    "tests/graphql/test_schema_walk": "schema_walk",
    "tests/demo/test_demo_content": "demo_database",
    "tests/demo/test_load_demo": "demo_database",
    "tests/demo/test_remove_demo": "demo_database",
    "tests/demo/test_gallery": "gallery",
    "tests/graphql/limits/test_statements": "statements",
    "tests/benchmarks/": "benchmarks",
    "tests/threats/": "threats",
}


# The longest first, so that the end finds both workers at work; the running site needs
# no database of the suite's, which the other worker migrates meanwhile.
FIRST = ("demo_database", "running_site", "schema_walk")


class BySharedFixture(LoadScopeScheduling):
    """Every test goes where there is room, but those that share go together."""

    def _assign_work_unit(self, node: WorkerController) -> None:
        for group in reversed(FIRST):
            if group in self.workqueue:
                self.workqueue.move_to_end(group, last=False)
        super()._assign_work_unit(node)

    def _split_scope(self, nodeid: str) -> str:
        return next(
            (name for start, name in SHARING.items() if nodeid.startswith(start)),
            nodeid,
        )


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> BySharedFixture:
    """Take the place of xdist's own ways."""
    return BySharedFixture(config, log)
