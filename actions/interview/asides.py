"""Questions on the way: which parts of a message only ask us something, about what, and what else it says.

A digression together with an answer loses neither: the question is answered, the rest is heard.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from actions.interview import glossary, lexicon, manner, phrases
from actions.interview.thread import Message
from nlu.reading import Reading

TERM = "term:"
"""Before the name of a term of the glossary that is asked about."""
PAUSE = "pause"
"""That somebody has to go, and goes on later."""
_TOPICS = ("files", "time", "robot", "why", "next", "deciding", "known", "status", "worry", "data", "reaching")
"""The other topics that can be answered, in the order in which they are looked for."""
_WEAKER_THAN_A_TERM = frozenset({"reaching", "status", "next"})
"""Topics that a question about a word only seems to be about: "does this count as a MASH contact?"."""
_NAMED_BY_THE_QUESTION = {"assessment": "caf", "lead_professional": "lead_professional"}
"""What "what is one?" asks about while a question is open."""
_OWN_WORDS = frozenset({"story", "hopes"})
"""Questions whose answer may be any words."""
_MOST_ASKING = 25
_MOST_GOING = 18
_FEW_GOING = 8
"""Words in which nothing else is told."""
_BARE_TERM = 3
_FEW = 4
"""Words that tell something where any words are an answer."""
_PART = re.compile(r"(?:[^.?!;\n]|\.(?=\w))+[.?!;]*|[.?!;]+")
_NAME = re.compile(r"\b[A-Z][a-z'-]+ [A-Z][\w'-]+")
_COMMA = re.compile(r",\s*")


@dataclass(frozen=True, slots=True)
class Parted:
    """A message's questions by topic, in order, and the message without them; None where nothing else is said."""

    topics: tuple[str, ...]
    rest: Message | None


def parted(message: Message) -> Parted:
    """Part a message into what it asks us and what it tells. A press, or a worry about safety, asks nothing."""
    if message.press or message.reading.safety.level != "none":
        return Parted((), message)
    topics: list[str] = []
    kept: list[str] = []
    asked: list[tuple[int, int]] = []
    for start, text in _parts(message.text):
        topic = _topic(text, message)
        if topic:
            topics.append(topic)
        if topic and topic != "files":
            asked.append((start, start + len(text)))
        if not topic and not _is_small(text):
            kept.append(text)
    if not topics and len(kept) == len(list(_parts(message.text))):
        return Parted((), message)
    rest = " ".join(part.strip() for part in kept).strip(" ,;")
    told = _without(message, asked)
    return Parted(tuple(dict.fromkeys(topics)), replace(told, text=rest) if phrases.words(rest) else None)


def only_asks(message: Message) -> bool:
    """Whether a message does nothing but ask what can be answered."""
    found = parted(message)
    return bool(found.topics) and (found.rest is None or not _says_something(found.rest))


def answers_too(message: Message) -> bool:
    """Whether a message that begins with or contains small talk or a question also says something to be heard."""
    found = parted(message)
    return found.rest is not None and found.rest != message and _says_something(found.rest)


def asks_who_we_are(message: Message) -> bool:
    """Whether a message asks if a person or a machine writes here: no wish for a person, though it sounds like one."""
    return not message.press and bool(lexicon.pattern("who_we_are").search(lexicon.plain(message.text)))


def is_question(message: Message) -> bool:
    """Whether a message in which nothing was read is put as a question, whatever it is about."""
    reading = replace(message.reading, written_in=None, model=None, meant={}, correction=False)
    return reading == Reading() and (message.text.rstrip().endswith("?") or _asks_like(message.text))


def told(message: Message) -> Message:
    """The message as it was written, without the facts that its questions only mention."""
    found = parted(message)
    return replace(message, reading=found.rest.reading) if found.topics and found.rest else message


def answer(message: Message) -> Message:
    """The words of a message that may answer the open question."""
    found = parted(message)
    return found.rest if found.topics and found.rest else message


def _parts(text: str) -> Iterator[tuple[int, str]]:
    """The sentences with their places; one that ends in a question is parted at a comma before what is asked."""
    for match in _PART.finditer(text):
        sentence, start = match.group(), match.start()
        commas = list(_COMMA.finditer(sentence)) if sentence.rstrip().endswith("?") else []
        cut = next((comma for comma in commas if _asks_like(sentence[comma.end() :])), commas[-1] if commas else None)
        if cut is None or begins_asking(sentence) or _says_what_it_asks(sentence, cut.end()):
            yield start, sentence
            continue
        yield start, sentence[: cut.start()]
        yield start + cut.end(), sentence[cut.end() :]


def _asks_like(text: str) -> bool:
    said = lexicon.plain(text)
    return bool(lexicon.pattern("asks").search(said) or lexicon.pattern("asks_aside").search(said))


def begins_asking(text: str) -> bool:
    """Whether words begin as a question to us does."""
    said = lexicon.plain(text)
    found = lexicon.pattern("asks_aside").search(said)
    return bool(lexicon.pattern("asks").search(said)) or (found is not None and not found.start())


def _says_what_it_asks(sentence: str, end: int) -> bool:
    """Whether the word that a question asks about stands before it: "SEIF, what is that?"."""
    return glossary.term_in(sentence[:end]) is not None and glossary.term_in(sentence[end:]) is None


def _topic(text: str, message: Message) -> str | None:
    """What a part of a message asks about; None where it asks nothing that can be answered."""
    said = lexicon.plain(text)
    if not said or phrases.words(said) > _MOST_ASKING:
        return None
    asks = said.endswith("?") or bool(lexicon.pattern("asks_aside").search(said))
    term = _term(said, message, asks=asks)
    towards = None if asks or term else _towards_us(message)
    if term or towards:
        return TERM + term if term else towards
    if lexicon.pattern("about_files").search(said) and (asks or lexicon.pattern("sends").search(said)):
        return "files"
    if not asks:
        return PAUSE if _only_goes_away(said, message) else None
    named = glossary.term_in(said)
    topics = [name for name in _TOPICS if _is_about(name, said) and not (named and name in _WEAKER_THAN_A_TERM)]
    if topics or named:
        return topics[0] if topics else f"{TERM}{named}"
    return PAUSE if _only_goes_away(said, message) else None


def goes_away(message: Message) -> bool:
    """Whether somewhere in a message whoever writes has to go now, or goes on later."""
    return not message.press and any(_goes_away(lexicon.plain(text), message) for _, text in _parts(message.text))


def _goes_away(said: str, message: Message) -> bool:
    """The same of one of its parts; where others go, or are to be reached later, something is told."""
    asked = message.question.id if message.question else ""
    if phrases.words(said) > _MOST_GOING:
        return False
    of_talk = {"contact": "of_this_talk", "story": "soon", "hopes": "soon"}.get(asked)
    surely = of_talk is None or bool(lexicon.pattern(of_talk).search(said))
    found = lexicon.pattern("leaves_now").search(said) if surely or phrases.words(said) <= _FEW_GOING else None
    found = found or (lexicon.pattern("goes_on_later").search(said) if surely else None)
    if found is None or any(each.words in said.replace(found.group(), "") for each in message.reading.mentions):
        return False  # A fact is told, by other words than those of going.
    before = re.split(r"[,;:]", said[: found.start()])[-1]
    return lexicon.pattern("not_the_writer").search(before) is None


def _only_goes_away(said: str, message: Message) -> bool:
    """Whether a part says so and nothing that was read in the message: "07700 900123, must run" gives a number."""
    reading = replace(
        message.reading, written_in=None, model=None, meant={}, correction=False, answer=None, mentions=()
    )
    return reading == Reading() and _goes_away(said, message)


def _towards_us(message: Message) -> str | None:
    """Whether a message is cross with us as a whole, or kind; where any words may answer, only if it names us."""
    asked = message.question.id if message.question else ""
    if message.reading.mentions or phrases.short_answer(message) or phrases.leading(message.text):
        return None
    if asked in _OWN_WORDS and not lexicon.pattern("speaks_to_us").search(lexicon.plain(message.text)):
        return None
    if manner.is_cross(message.text):
        return "cross"
    # While a family is waited for the answer is how long: thanks need none then.
    return "kind" if asked != "consent" and manner.is_kind(message.text) else None


def _is_about(topic: str, said: str) -> bool:
    if topic == "robot" and not lexicon.pattern("about_robot_asked").search(said):
        return False
    return topic != "files" and bool(lexicon.pattern(f"about_{topic}").search(said))


def _term(said: str, message: Message, *, asks: bool) -> str | None:
    """The term whose meaning is asked for."""
    term = glossary.term_in(said)
    bare = said.endswith("?") and phrases.words(said) <= _BARE_TERM
    if term and (bare or lexicon.pattern("asks_meaning").search(said)):
        return term
    about = message.question.id if message.question else ""
    if term is None and asks and lexicon.pattern("what_is_it").search(said):
        return _NAMED_BY_THE_QUESTION.get(about)
    return None


def _is_small(text: str) -> bool:
    said = lexicon.plain(text).strip(" .!,?;")
    return not said or bool(lexicon.pattern("small_talk").fullmatch(said))


def _without(message: Message, asked: list[tuple[int, int]]) -> Message:
    """The message without what was read in the questions."""
    if not asked:
        return message
    reading = message.reading
    mentions = tuple(
        mention
        for mention in reading.mentions
        if not any(start <= mention.start and mention.end <= end for start, end in asked)
    )
    wanted = reading.consent
    in_question = wanted and any(wanted.words and wanted.words in message.text[start:end] for start, end in asked)
    return replace(message, reading=replace(reading, mentions=mentions, consent=None if in_question else wanted))


def _says_something(rest: Message) -> bool:
    """Whether what is left has anything that was read, a short answer, or the words that were asked for."""
    reading = replace(rest.reading, written_in=None, model=None, meant={}, correction=False)
    if reading != Reading() or phrases.leading(rest.text) or phrases.whole(rest.text):
        return True
    asked = rest.question.id if rest.question else ""
    if asked == "lead_professional" and _NAME.search(rest.text):
        return True
    return asked in _OWN_WORDS and phrases.words(rest.text) >= _FEW
