"""Taking out what was understood, by a touch or by words, and putting it back.

Taking out is no denial: nothing is left that says yes or no. It holds for the same sentence read again, not for what is
said anew.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

from actions.interview import agencies, lexicon, meant, phrases
from actions.interview.draft import Draft, Entry, TakenOut, Touched
from actions.interview.indicators import repeats
from actions.interview.items import item_of
from actions.interview.needs import need_of
from actions.interview.thread import Message
from nlu.reading import Mention

Touch = Literal["out", "back"]
_PAST_CLARIFYING = frozenset({"clarify", "hopes", "turnaround", "language", "summary"})
"""Questions at which what is taken out is not asked about once more: whoever does it looked at that very thing."""
_MOST_DENYING = 12
"""Words; a longer message that denies stands as evidence beside what was told before."""
_MOST_NAMING = 6
"""Words that say which thing is meant."""
_NOT_ABOUT_FACTS = frozenset({"hopes", "turnaround", "consent", "contact"})
"""Questions whose answers speak of what is wished for, allowed or feared."""
_SHORTEST = 3
"""Words after a wish that tell something."""
_SENTENCE_END = re.compile(r"[\n.;!?]")
_SIGNS = re.compile(r"[\W_]+")


def hear(draft: Draft, message: Message) -> Message | None:
    """Take out or put back what a message asks for. What is left of it to be heard; None where nothing is.

    A message that asks for no such thing comes back as it is.
    """
    if message.press and message.press.kind == "item":
        touch, _, item = message.press.value.partition(":")
        _put_back(draft, message, item) if touch == "back" else _by_touch(draft, message, item)
        return None
    return _by_words(draft, message)


def wished(message: Message) -> bool:
    """Whether a message asks in words to take something out of what was understood."""
    return _wish(message) is not None


def _by_touch(draft: Draft, message: Message, item: str) -> None:
    found = [entry for entry in draft.indicators if item_of(entry) == item]
    if found:
        _take_out(draft, message, found)
    else:
        draft.touched[message.n] = Touched("gone")


def _put_back(draft: Draft, message: Message, item: str) -> None:
    back = [out for out in draft.out if item_of(out.entry) == item]
    draft.out = [out for out in draft.out if out not in back]
    found = [out.entry for out in back[-1:]]
    draft.indicators = draft.indicators + [
        entry for entry in found if not any(repeats(old, entry) for old in draft.indicators)
    ]
    draft.touched[message.n] = Touched("back", tuple(found)) if found else Touched("gone")


def _take_out(draft: Draft, message: Message, found: list[Entry]) -> None:
    draft.indicators = [entry for entry in draft.indicators if entry not in found]
    draft.out = draft.out + [TakenOut(entry, len(draft.heard)) for entry in found]
    draft.touched[message.n] = Touched("out", tuple(found))
    asked = message.question.id if message.question else None
    for need in filter(None, (need_of(entry["code"]) for entry in found)):
        if asked in _PAST_CLARIFYING:
            draft.answer(f"clarify:{need}")


@dataclass(frozen=True, slots=True)
class _Wish:
    """What a message asks to take out: the part of it that says so, and whether that part can mean nothing else."""

    text: str
    end: int
    plain: bool


def _wish(message: Message) -> _Wish | None:
    said = message.text.replace("\u2019", "'")
    found = None if message.press else lexicon.pattern("take_out").search(said)
    if not found or lexicon.pattern("take_out_all").search(said) or message.reading.safety.level == "immediate":
        return None
    wishing = message.question is not None and message.question.id == "hopes"
    if wishing and not lexicon.pattern("of_what_was_said").search(said):
        return None
    end = next((each.start() for each in lexicon.pattern("wish_ends").finditer(said, found.end())), len(said))
    # At the end of a message it is about what stands before it: "that was next door. Please delete".
    text = said[found.start() : end] if found.end() < len(said) or not found.start() else said
    return _Wish(text, end, plain=bool(lexicon.pattern("a_bit").search(text)))


def _answer_to_which(draft: Draft, message: Message) -> _Wish | None:
    """A few words right after it was asked which thing is meant."""
    last = next(reversed(draft.taken), None)
    asked = last in draft.touched and draft.touched[last].how == "which"
    brief = phrases.words(message.text) <= _MOST_NAMING and phrases.short_answer(message) is None
    return _Wish(message.text, len(message.text), plain=False) if asked and brief and not message.press else None


def _by_words(draft: Draft, message: Message) -> Message | None:
    wish = _wish(message) or _answer_to_which(draft, message)
    if wish is None:
        return message
    found = _named(draft, message, wish)
    if not wish.plain and (not found or agencies.taken_out(draft.agencies, message.text)):
        return message  # A service, a number or a person is taken out elsewhere.
    if found:
        _take_out(draft, message, found)
    else:
        draft.touched[message.n] = Touched("which" if draft.indicators else "nothing")
    return _rest(message, wish) if phrases.words(message.text[wish.end :]) >= _SHORTEST else None


def _rest(message: Message, wish: _Wish) -> Message:
    """The message without what was read in the wish."""
    rest = tuple(mention for mention in message.reading.mentions if mention.start >= wish.end)
    # "The neighbours withdrew it" is said of what is taken out, not of the agreement.
    return replace(message, reading=replace(message.reading, mentions=rest, consent=None, correction=False))


def _named(draft: Draft, message: Message, wish: _Wish) -> list[Entry]:
    """The entries that a wish means; where it names nothing at all, what was told last as one thing."""
    read = [mention for mention in message.reading.mentions if mention.start < wish.end]
    found = meant.by(draft.indicators, read, wish.text)
    if not found and wish.plain and not meant.stems(wish.text):
        return _the_only_one(draft)
    return found + [entry for entry in draft.indicators if entry not in found and _is_told_with(draft, entry, found)]


def _is_told_with(draft: Draft, entry: Entry, found: list[Entry]) -> bool:
    """Whether a fact only gives the reason of another: "the police were called because of noise" is one bit."""
    if any(meant.in_the_same_words(entry, other) for other in found):
        return True
    return any(
        need_of(entry["code"]) == need_of(other["code"])
        and lexicon.pattern("because").fullmatch(_between(draft, other, entry)) is not None
        for other in found
    )


def _between(draft: Draft, one: Entry, other: Entry) -> str:
    """The words of the story from the beginning of one fact to the beginning of another of the same message."""
    parts = zip(draft.story, draft.story_parts, strict=False)
    text, part = next(((text, part) for text, part in parts if part["message"] == one["message"]), ("", {"from": 0}))
    if one["message"] != other["message"] or one["start"] is None or other["start"] is None:
        return ""
    return text[one["start"] - part["from"] : other["start"] - part["from"]]


def _the_only_one(draft: Draft) -> list[Entry]:
    """What "take that out" means where the newest telling was read as one thing."""
    newest = max((entry.get("message") or 0 for entry in draft.indicators), default=0)
    told = [entry for entry in draft.indicators if entry.get("message") == newest]
    return told if len(told) == 1 else []


def said_anew(draft: Draft, message: Message, mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    """The mentions without those that only repeat, in the same sentence, what is known or was taken out."""
    return tuple(mention for mention in mentions if not _only_repeats(draft, message, mention))


def _only_repeats(draft: Draft, message: Message, mention: Mention) -> bool:
    known = [entry for entry in draft.indicators if entry["status"] == mention.status and meant.same(entry, mention)]
    return (bool(known) and _stood_in(draft.heard, message, mention)) or any(
        meant.same(out.entry, mention) and _stood_in(draft.heard[: out.heard], message, mention) for out in draft.out
    )


def _stood_in(heard: list[str], message: Message, mention: Mention) -> bool:
    """Whether a mention's sentence was heard before; its words do, where the message says that it repeats."""
    said = plain_words(mention.words if phrases.already_told(message.text) else _sentence(message.text, mention))
    return any(said in words for words in heard)


def _sentence(text: str, mention: Mention) -> str:
    """The sentence that a mention stands in."""
    ends = [each.start() for each in _SENTENCE_END.finditer(text)]
    begin = max((end + 1 for end in ends if end < mention.start), default=0)
    return text[begin : min((end for end in ends if end >= mention.end), default=len(text))]


def plain_words(text: str) -> str:
    """A text's words alone, between blanks, so that one sentence is found in another text whatever its signs."""
    return f" {_SIGNS.sub(' ', text.casefold()).strip()} "


def denies(draft: Draft, message: Message) -> bool:
    """Whether a short message says of something that was understood that it is not so."""
    mentions = message.reading.mentions
    if message.press or not mentions or phrases.words(message.text) > _MOST_DENYING or not _says_no(message):
        return False
    return all(mention.status == "negated" for mention in mentions) and any(
        _denied(entry, mention) for entry in draft.indicators for mention in mentions
    )


def _says_no(message: Message) -> bool:
    """Whether it says no in so many words: at its beginning; or anywhere, but to what is hoped for or agreed."""
    said = lexicon.plain(message.text)
    if lexicon.pattern("denies_first").search(said):
        return True
    asked = message.question.id if message.question else None
    return asked not in _NOT_ABOUT_FACTS and bool(lexicon.pattern("denies").search(said))


def _denied(entry: Entry, mention: Mention) -> bool:
    return meant.same(entry, mention) and entry["status"] != "negated"
