"""The one error tree. Each error has a title and a message that says what to do.

A front end turns it into a notice, a dialog or an exit code in one place.
"""

from __future__ import annotations


class AfterviewError(Exception):
    """Something the user can understand and act on. Never shown as a traceback."""

    title = "That did not work"

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


class NotUnderstood(AfterviewError):
    """What was typed into a field cannot be used; said beside the field."""

    title = "Not understood"


class FileRefused(AfterviewError):
    """The file cannot be opened as an afterview file. It has not been touched."""

    title = "This file cannot be opened"


class NotSaved(AfterviewError):
    """A change could not be written. What was on file before is still there."""

    title = "Not saved"


class FileBusy(NotSaved):
    """Another program has the file to itself, for a moment or longer."""


class NowhereToSave(NotSaved):
    """What a text belongs to is no longer on file: the text is on the screen and nowhere else."""


class FileDamaged(NotSaved):
    """The file was whole when it was opened and no longer reads as one."""

    title = "The file is damaged"


class CannotUndo(AfterviewError):
    """There is nothing to undo, or what is on file has moved on since."""

    title = "Nothing undone"
