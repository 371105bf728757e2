"""The story: what was told about the family, whatever was asked when it was told."""

from __future__ import annotations

import difflib
import re
from dataclasses import replace

from actions.interview import hopes, lexicon, phrases, taking_out
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
_SAME = 0.9
"""Share of letters in common from which two messages are one, sent twice."""
_AFTER_STORY = frozenset({"household", "address"})
"""Questions that come right after the story, which is often told in several messages."""
_MOST_NAME_WORDS = 6
_ITEM = re.compile(r"[^,;.\n&]+")
_ENDS = re.compile(r"[.!?;](?=\s|$)|\n")
_SAYS = re.compile(
    r"n't\b|\b(?:is|are|was|were|am|has|have|had|been|be|does|do|did|got|gets|goes|went|keeps|since|because|not|no"
    r"|drinks|hits|takes|\w+ed)\b",
    re.IGNORECASE,
)


def keep(draft: Draft, message: Message, taken: Taken) -> None:
    """Add a message's words to the story where they tell of the family; in order, and once."""
    text = message.text.strip()
    if not message.press and text not in draft.story and _tells(draft, message, taken):
        start = sum(len(part) + 1 for part in draft.story)
        place = {"message": message.n, "start": start, "end": start + len(text), "from": message.text.index(text)}
        draft.story_parts.append(place)
        draft.story.append(text)


def facts(message: Message) -> tuple[Mention, ...]:
    """The facts of a message. Where services or jobs are asked for, their mere names say nothing about the family, and
    what somebody hopes for is not so yet. A person's name ("Beata") is never a fact.
    """
    mentions = _together(message.text, _no_names(message))
    asked = message.question.id if message.question else None
    if asked == "hopes":
        return tuple(mention for mention in mentions if _is_so_already(message.text, mention))
    mentions = _without_wishes(message.text, mentions)
    where = message.reading.address or message.reading.postcode
    if where and phrases.words(message.text) <= _LONG and (asked == "address" or message.reading.correction):
        return ()  # A street's name ("High Street") is nobody's trouble.
    aged = any(person.age is not None for person in message.reading.people)
    if asked == "household" and aged and phrases.words(message.text) <= _LONG_OPENING:
        # A doubt among names and ages ("her partner, 47") is the reader's, not the writer's.
        return tuple(mention for mention in mentions if mention.status != "uncertain")
    if asked not in _NAMES_SERVICES:
        return mentions
    if asked == "role" and phrases.words(message.text) <= _LONG:
        return ()
    return tuple(mention for mention in mentions if _says_something(message.text, mention))


def is_said_again(draft: Draft, text: str) -> bool:
    """Whether a message was heard before, but for slips of the fingers: an answer sent twice is not the story, too."""
    said = taking_out.plain_words(text)
    return phrases.words(text) >= SENTENCE and any(_is_one(said, before) for before in draft.heard)


def _is_one(said: str, before: str) -> bool:
    matcher = difflib.SequenceMatcher(None, said, before, autojunk=False)
    # The first two are quick and never less than the last.
    return all(ratio() >= _SAME for ratio in (matcher.real_quick_ratio, matcher.quick_ratio, matcher.ratio))


def _no_names(message: Message) -> tuple[Mention, ...]:
    """The mentions but for those that were read in the name of one of the message's people."""
    named = {part for person in message.reading.people for part in (person.name or "").casefold().split()}
    found = (re.finditer(rf"\b{re.escape(part)}\b", message.text, re.IGNORECASE) for part in named)
    spans = [match.span() for matches in found for match in matches]

    def in_a_name(mention: Mention) -> bool:
        return any(start <= mention.start and mention.end <= end for start, end in spans)

    return tuple(mention for mention in message.reading.mentions if not in_a_name(mention))


def _together(text: str, mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """The mentions, those that say one fact in one sentence made one: "arrested … for dealing" keeps what it was."""
    kept: list[Mention] = []
    for new in sorted(mentions, key=lambda mention: mention.start):
        place = next((at for at, old in enumerate(kept) if _says_on(text, old, new)), None)
        if place is None:
            kept.append(new)
            continue
        end = max(kept[place].end, new.end)
        kept[place] = replace(kept[place], words=text[kept[place].start : end], end=end)
    return tuple(kept)


def _says_on(text: str, old: Mention, new: Mention) -> bool:
    same = all(getattr(old, key) == getattr(new, key) for key in ("indicator", "status", "person", "date"))
    return same and not _ENDS.search(text[old.end : new.start])


def _without_wishes(text: str, mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """The mentions without what somebody hopes to be over: "she wants him back at school" denies no absence."""
    hoped = [(start, start + len(sentence)) for start, sentence in hopes.sentences(text)]
    return tuple(
        mention
        for mention in mentions
        if mention.status != "negated" or not any(start <= mention.start < end + 1 for start, end in hoped)
    )


def _is_so_already(text: str, mention: Mention) -> bool:
    """Whether the sentence of a hope in which a fact was read tells how things are ("he drinks and it has to stop")."""
    start = max((match.end() for match in _ENDS.finditer(text, 0, mention.start)), default=0)
    stop = _ENDS.search(text, mention.end)
    sentence = text[start : stop.start() if stop else len(text)]
    return mention.status != "negated" and bool(_SAYS.search(sentence))


def goes_on(draft: Draft, message: Message) -> bool:
    """Whether a message goes on with the story while something else is asked: a sentence that names no place."""
    reading = message.reading
    about = message.question.id if message.question else None
    said_before = message.text.strip() in draft.story
    if message.press or said_before or about not in _AFTER_STORY or phrases.words(message.text) < SENTENCE:
        return False
    if (
        reading.address
        or reading.postcode
        or reading.contacts
        or any(person.age is not None for person in reading.people)
    ):
        return False
    return bool(lexicon.pattern("sentence").search(lexicon.plain(message.text)))


def _puts_right(message: Message) -> bool:
    """Whether a message corrects: what was wrong does not become part of the story."""
    begins = bool(lexicon.pattern("takes_back").search(lexicon.plain(message.text)))
    at_summary = message.question is not None and message.question.id == "summary"
    right = message.reading.correction or begins or at_summary
    told = any(mention.status == "asserted" for mention in message.reading.mentions)
    return right and phrases.words(message.text) <= _LONG_OPENING and (begins or not told)


def _tells(draft: Draft, message: Message, taken: Taken) -> bool:
    left = lexicon.pattern("has_left").search(lexicon.plain(message.text))
    if left and draft.corrected_by == message.n and not facts(message):
        return True  # Who lives there no longer matters to whoever visits.
    if _puts_right(message) and message.reading.safety.level == "none":
        return False
    if facts(message) or message.reading.safety.level != "none":
        return True
    words = phrases.words(message.text)
    if message.question is None:
        return words >= _LONG_OPENING
    if message.question.id == "story":
        return words >= SENTENCE and not phrases.thats_all(message.text) and not phrases.already_told(message.text)
    return (words > _LONG and taken != "answer") or (taken == "aside" and goes_on(draft, message))


def _says_something(text: str, mention: Mention) -> bool:
    """Whether the part of a list in which a fact was read is more than a name."""
    around = [
        item.group() for item in _ITEM.finditer(text) if item.start() < mention.end and item.end() > mention.start
    ]
    part = " ".join(around)
    return phrases.words(part) > _MOST_NAME_WORDS or bool(_SAYS.search(part))
