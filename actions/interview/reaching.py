"""How a family is reached, told in answer to where it lives: the two are asked together."""

from __future__ import annotations

from actions.interview import lexicon, phrases
from actions.interview.draft import Draft
from actions.interview.thread import Message

_LONGEST = 4_000


def take_beside_the_address(draft: Draft, message: Message) -> None:
    """Take a number or an e-mail address given with the address as the safe way that was asked for with it.

    What stands beside it in its sentence is kept as the note: a time or a warning must not be lost.
    """
    asked = message.question.id if message.question else None
    values = [contact.value for contact in message.reading.contacts if contact.kind != "note"]
    if asked != "address" or draft.has("contact") or draft.misses["address"] or not values:
        return
    told = [said for said in phrases.sentences(message.text) if any(value in said for value in values)]
    whose = lexicon.pattern("whose").search(" ".join(told))
    draft.contact.setdefault("person", whose.group(0).casefold() if whose else None)
    if not draft.contact.get("note") and any(_says_more(said, values) for said in told):
        draft.contact["note"] = ". ".join(told)[:_LONGEST]
    draft.contact.setdefault("note", None)
    draft.answer("contact")


def _says_more(said: str, values: list[str]) -> bool:
    for value in values:
        said = said.replace(value, " ")
    return any(sign.isalpha() for sign in said)
