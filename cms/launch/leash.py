"""Become another program that ends when the launcher does, however that ends.

Run as a script: ``python leash.py LAUNCHER_PID PROGRAM WORDS…``. Only Linux can do it;
elsewhere the next start ends what is left.
"""

import ctypes
import os
import signal
import sys

PR_SET_PDEATHSIG = 1


def main() -> None:
    """Ask the kernel for SIGTERM at the launcher's death, then become the program."""
    launcher, program = int(sys.argv[1]), sys.argv[2:]
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)
        if os.getppid() != launcher:
            sys.exit("The launcher is gone.")
    os.execvp(program[0], program)  # noqa: S606 – the launcher's own command


if __name__ == "__main__":
    main()
