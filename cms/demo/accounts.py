"""Who may sign in to the demo. No secrets: the accounts exist in development only."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Account:
    """A person of the demo, for one role."""

    username: str
    password: str
    role: str
    description: str


ACCOUNTS = (
    Account("admin", "demo-admin", "Administrator", "May do everything."),
    Account(
        "editor", "demo-editor", "Editor", "Writes in every language, and submits."
    ),
    Account(
        "moderator", "demo-moderator", "Moderator", "Approves, publishes, keeps menus."
    ),
    Account(
        "translator",
        "demo-translator",
        "French translator",
        "Translates into French and submits; other languages are closed.",
    ),
)
