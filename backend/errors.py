"""What can go wrong, as people are told it.

One tree. Each error carries its HTTP status, a code for programs and a plain message for people. Messages hold nothing
personal and nothing of the inside, for they end on screens and in logs.
"""

# ruff: noqa: N818
from __future__ import annotations

from typing import ClassVar


class FrontDoorError(Exception):
    """The root: something that is told to a person or a program. ``message`` replaces the class's own wording."""

    status: ClassVar[int] = 500
    code: ClassVar[str] = "failed"
    wording: ClassVar[str] = "Sorry, there is a problem with the service. Try again later."
    keeps_changes: ClassVar[bool] = False
    """True where what was written before the error must stay written."""

    def __init__(self, message: str | None = None) -> None:
        self.message = message or self.wording
        super().__init__(self.message)


class Invalid(FrontDoorError):
    """What was sent cannot be read as what was asked for (422)."""

    status = 422
    code = "invalid"
    wording = "Something in what you sent is missing or not as expected."


class NotSignedIn(FrontDoorError):
    """Nobody is signed in, or the session has ended (401)."""

    status = 401
    code = "not_signed_in"
    wording = "Sign in to continue."


class Refused(FrontDoorError):
    """Signed in, but not allowed to do this (403)."""

    status = 403
    code = "refused"
    wording = "Your account is not allowed to do this."


class NotFound(FrontDoorError):
    """It does not exist, or not for this person: the two are told alike (404)."""

    status = 404
    code = "not_found"
    wording = "We could not find what you asked for."


class WrongMethod(FrontDoorError):
    """The address exists, but not for this kind of request (405)."""

    status = 405
    code = "wrong_method"
    wording = "This address cannot be used like that."


class Conflict(FrontDoorError):
    """Somebody else was faster, or the thing has moved on (409)."""

    status = 409
    code = "conflict"
    wording = "This has changed since you opened it. Look again before you go on."


class TooLarge(FrontDoorError):
    """More was sent than is taken (413)."""

    status = 413
    code = "too_large"
    wording = "That is more than we can take at once. Send it in smaller parts."


class TooMany(FrontDoorError):
    """Too often in too short a time (429)."""

    status = 429
    code = "too_many"
    wording = "Too many attempts. Wait a while before you try again."
    keeps_changes = True


class KeyDestroyed(FrontDoorError):
    """The family's data key was destroyed: what it sealed is gone for good (410)."""

    status = 410
    code = "erased"
    wording = "This information has been erased and cannot be read again."


class CannotOpen(FrontDoorError):
    """A sealed value was changed, moved to another place, or sealed with another key (500). Nothing of it is shown."""

    status = 500
    code = "damaged"
    wording = (
        "This record is damaged and cannot be shown. Nothing in it has been guessed or left out."
        " Tell whoever runs this service which page you were on, so that it can be restored."
    )


class MasterKeyMissing(FrontDoorError):
    """A key is wrapped by a master key that this process was not given (500)."""

    status = 500
    code = "key_missing"
    wording = (
        "The records are sealed with a master key that the service was not given."
        " Tell whoever runs this service: `frontdoor keys status` says which key is missing."
    )
