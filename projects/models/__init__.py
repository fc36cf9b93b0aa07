"""Projects and who takes part in them."""

from projects.models.pages import ProjectIndexPage, ProjectPage, ProjectStatus
from projects.models.participation import Participation, ParticipationRole

__all__ = [
    "Participation",
    "ParticipationRole",
    "ProjectIndexPage",
    "ProjectPage",
    "ProjectStatus",
]
