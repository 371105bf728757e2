"""Saying a letter in the talk it is about, as a person's answer is said there; a professional gets a mail about it."""

from __future__ import annotations

from sqlalchemy.orm import Session

from backend.errors import Invalid
from backend.letters.models import Letter
from backend.letters.safe import policy
from backend.letters.text import Text
from backend.letters.ways import talk_of
from backend.nominations.models import Nomination
from backend.outbox.service import post
from backend.threads.record import add_message


def say(db: Session, nomination: Nomination, letter: Letter, text: Text) -> int:
    """Write the letter into the talk; gives the message's number. On Telegram it waits for a time that is safe.

    A family gets no mail: who reads along there is not known. Raises Invalid where nobody can read the talk any more.
    """
    thread = talk_of(db, nomination)
    if thread is None:
        raise Invalid(policy()["why"]["no_chat"])
    body = {"text": text.plain(), "custom": {"person": {"role": "coordinator", "name": None}}}
    message = add_message(db, thread, "out", kind="person", body=body)
    if nomination.account_id is not None and nomination.audience == "professional":
        post(db, [nomination.account_id], "nomination-decided", f"letter:{letter.id}", nomination.programme)
    return message.n
