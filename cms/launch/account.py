"""The account PostgreSQL runs as: it refuses to run as root."""

import os
import pwd
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cms.launch.errors import LaunchError

TRAVERSE = stat.S_IXOTH
READ = stat.S_IROTH


@dataclass(frozen=True)
class Account:
    """A system account, by its numbers."""

    user: int
    group: int

    @property
    def is_current(self) -> bool:
        """Say whether this process runs as the account already."""
        return self.user == os.geteuid()

    def process_options(self) -> dict[str, Any]:
        """Return what ``subprocess`` needs to run a program as the account."""
        if self.is_current:
            return {}
        return {"user": self.user, "group": self.group, "extra_groups": []}

    def own(self, path: Path) -> None:
        """Give the path to the account."""
        if not self.is_current:
            os.chown(path, self.user, self.group)


def server_account(data_dir: Path) -> Account:
    """Return the data directory's owner; for a new one ourselves, or ``nobody``."""
    if os.geteuid() != 0:
        return Account(os.geteuid(), os.getegid())
    if data_dir.exists() and data_dir.stat().st_uid != 0:
        return Account(data_dir.stat().st_uid, data_dir.stat().st_gid)
    try:
        nobody = pwd.getpwnam("nobody")
    except KeyError as error:
        raise LaunchError(
            "PostgreSQL does not run as root and there is no account “nobody” here; "
            "start as another user or set DATABASE_URL to a server of yours."
        ) from error
    return Account(nobody.pw_uid, nobody.pw_gid)


def let_in(account: Account, path: Path) -> None:
    """Let the account pass through every directory above the path."""
    if account.is_current:
        return
    for directory in path.resolve().parents:
        mode = directory.stat().st_mode
        if not mode & TRAVERSE and directory.stat().st_uid != account.user:
            directory.chmod(stat.S_IMODE(mode) | TRAVERSE)


def let_read(account: Account, tree: Path, sample: Path) -> None:
    """Let the account read and run what is in the tree, unless it may already."""
    let_in(account, tree / "inside")
    wanted = READ | TRAVERSE
    if account.is_current or sample.stat().st_mode & wanted == wanted:
        return
    for path in (tree, *tree.rglob("*")):
        if not path.is_symlink():
            mode = stat.S_IMODE(path.stat().st_mode)
            runnable = path.is_dir() or mode & stat.S_IXUSR
            path.chmod(mode | READ | (TRAVERSE if runnable else 0))
