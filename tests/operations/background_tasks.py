"""Tasks for the worker's tests."""

from pathlib import Path

from django_tasks import task


@task()
def note(path: str, text: str) -> str:
    """Append a line to a file."""
    with Path(path).open("a") as file:
        file.write(f"{text}\n")
    return text


@task()
def note_and_wait(path: str, began: str, may_end: str) -> None:
    """Append a line, tell through a pipe, wait at another one, append a line."""
    note.call(path, "begun")
    Path(began).write_text("begun\n")
    with Path(may_end).open() as pipe:
        pipe.readline()
    note.call(path, "ended")


@task()
def fail() -> None:
    """Fail."""
    raise ValueError("This task fails.")


@task()
def return_no_json() -> object:
    """Return what cannot be stored."""
    return object()


@task(takes_context=True)
def tell_attempt(context) -> int:
    """Return which attempt this is."""
    return context.attempt
