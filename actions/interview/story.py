"""The story: what was told about the family, whatever was asked when it was told."""

from __future__ import annotations

import re

from actions.interview import phrases
from actions.interview.draft import Draft, Taken
from actions.interview.thread import Message
from nlu.reading import Mention

SENTENCE = 6
"""Words; an answer of so many to the question what is going on tells something, whatever was read in it."""
_LONG = 12
"""Words; a longer message that answered nothing is kept, so that nothing that was told gets lost."""
_LONG_OPENING = 24
"""Words; a first message of fewer is a greeting, or says only that a family is nominated."""
_NAMES_SERVICES = frozenset({"role", "consent", "contact", "agencies", "assessment", "lead_professional"})
"""Questions whose answers name services and jobs, which sound like facts: "probation", "drug and alcohol service"."""
_MOST_NAME_WORDS = 6
_ITEM = re.compile(r"[^,;.\n&]+")
_SAYS = re.compile(
    r"n't\b|\b(?:is|are|was|were|am|has|have|had|been|be|does|do|did|got|gets|goes|went|keeps|since|because|not|no"
    r"|drinks|hits|takes|\w+ed)\b",
    re.IGNORECASE,
)


def keep(draft: Draft, message: Message, taken: Taken) -> None:
    """Add a message's words to the story where they tell of the family; in order, and once."""
    text = message.text.strip()
    if not message.press and text not in draft.story and _tells(message, taken):
        draft.story.append(text)


def facts(message: Message) -> tuple[Mention, ...]:
    """The facts of a message. Where services or jobs are asked for, their mere names say nothing about the family."""
    mentions = message.reading.mentions
    asked = message.question.id if message.question else None
    if asked not in _NAMES_SERVICES:
        return mentions
    if asked == "role" and phrases.words(message.text) <= _LONG:
        return ()
    return tuple(mention for mention in mentions if _says_something(message.text, mention))


def _tells(message: Message, taken: Taken) -> bool:
    if facts(message) or message.reading.safety.level != "none":
        return True
    words = phrases.words(message.text)
    if message.question is None:
        return words >= _LONG_OPENING
    if message.question.id == "story":
        return words >= SENTENCE and not phrases.thats_all(message.text) and not phrases.already_told(message.text)
    return words > _LONG and taken != "answer"


def _says_something(text: str, mention: Mention) -> bool:
    """Whether the part of a list in which a fact was read is more than a name."""
    around = [
        item.group() for item in _ITEM.finditer(text) if item.start() < mention.end and item.end() > mention.start
    ]
    part = " ".join(around)
    return phrases.words(part) > _MOST_NAME_WORDS or bool(_SAYS.search(part))
