"""A wish about the talk itself that is plain in its words: back, begin again, stop. Other wishes are Rasa's to hear.

Rasa sees only the words of its training data; who says "revisit" or "abandon" is heard here by verb and aim.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from actions.interview import going_back, lexicon, phrases, taking_out
from actions.interview.thread import Message, Thread
from nlu.reading import Reading

Wish = Literal["go_back", "start_again", "withdraw"]
_MOST = 20
"""Words; who says more tells something."""
_OWN_WORDS = frozenset({"story", "hopes"})
"""Questions that any words may answer: "I want to go back to school" is a hope."""


def wished(thread: Thread) -> Wish | None:
    """What the newest message wishes of an open talk; None where it tells, asks or answers anything."""
    last = thread.news[-1] if thread.news else None
    if last is None or last.press or thread.state != "open" or last.question is None:
        return None
    return wish(last)


def wish(message: Message) -> Wish | None:
    """The wish of one message. A wish to begin again or to stop is confirmed before anything happens."""
    said = lexicon.plain(message.text)
    if lexicon.pattern("back_alone").fullmatch(said):
        return "go_back"
    if message.question and message.question.id not in ("consent", "danger", "story") and takes_back(message):
        return "withdraw"
    if phrases.words(said) > _MOST or not _tells_nothing(message) or taking_out.wished(message):
        return None
    asked = message.question.id if message.question else ""
    of_this = asked not in _OWN_WORDS or bool(lexicon.pattern("of_this_talk").search(said))
    if of_this and lexicon.pattern("begin_again").search(said) and not lexicon.pattern("somebody_else").search(said):
        return "start_again"
    if of_this and _goes_back(said):
        return "go_back"
    stops = lexicon.pattern("stop_talk").search(said) and asked not in ("consent", "danger")
    return "withdraw" if stops and (asked not in _OWN_WORDS or not _is_told(said)) else None


def takes_back(message: Message) -> bool:
    """Whether somebody takes back what was agreed or sent: learned of answers about consent, and plain in a word."""
    learned = (phrases.meant(message, "consent_asked"), phrases.meant(message, "consent_own"))
    # "Please don't send anything to the house, text me on …" says how to reach them.
    back = (learned[0] == "withdrawn" or learned[1] == "refused") and not message.reading.contacts
    said = lexicon.plain(message.text)
    return back and bool(lexicon.pattern("taken_back").search(said)) and not lexicon.pattern("one_part").search(said)


def _goes_back(said: str) -> bool:
    """Whether somebody wants to see a question again: a verb of return, and which one or how many."""
    where = lexicon.pattern("which_question").search(said) or going_back.named(said) or going_back.steps(said) > 1
    return bool(where) and bool(lexicon.pattern("return_to").search(said))


def _is_told(said: str) -> bool:
    return bool(lexicon.pattern("somebody_else").search(said)) and not lexicon.pattern("of_this_talk").search(said)


def _is_the_wish(words: str) -> bool:
    """Whether a fact was read in the wish itself: "Restart" is a scheme for the unemployed, and "abort" a loss."""
    return any(lexicon.pattern(name).search(words) for name in ("begin_again", "stop_talk"))


def _tells_nothing(message: Message) -> bool:
    facts = tuple(each for each in message.reading.mentions if not _is_the_wish(each.words.casefold()))
    told = replace(
        message.reading,
        mentions=facts,
        answer=None,
        correction=False,
        written_in=None,
        model=None,
        meant={},
        consent=None,
    )
    return told == Reading()
