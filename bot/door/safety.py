"""What is said to somebody in danger, in English and in the language that they write in."""

from __future__ import annotations

from bot.door.emergency import EmergencyNumbers
from bot.door.message import Reply
from bot.door.wording import SafetyWording, UnreadWording, Wording
from nlu.reading import Reading
from nlu.written.alarm import UNREAD
from nlu.written.read import Written, read_written

ANSWERED = ("immediate", "urgent")
"""The levels the door answers itself; ``concern`` is passed on and the talk goes on."""
ENGLISH = Written("en")


class SafetyReplies:
    """Composes the safety reply: 999, then the area's numbers, then what happens next."""

    def __init__(self, wording: Wording, numbers: EmergencyNumbers) -> None:
        self._wording = wording
        self._numbers = numbers
        urgent = [wording.urgent, *(own.urgent for own in wording.languages.values() if own.urgent)]
        immediate = [wording.immediate, *(own.immediate for own in wording.languages.values() if own.immediate)]
        self._at_home = frozenset(words.at_home for words in urgent)
        self._in_chat = frozenset(words.in_chat for words in urgent)
        self._self_harm = frozenset(words.self_harm for words in [*urgent, *immediate])

    def reply(
        self,
        level: str,
        programme: str | None,
        *,
        passed_on: bool,
        written: Written = ENGLISH,
        at_home: bool = False,
        in_chat: bool = False,
        self_harm: bool = False,
    ) -> Reply:
        """The reply for ``immediate`` or ``urgent`` to a message in that language.

        ``at_home``: somebody is afraid of who is close to them, and may read along; ``in_chat``: on a telephone, where
        what was written stays. ``self_harm``: somebody may hurt themselves.
        ``passed_on`` is whether the alert was taken or is safe on the disk. Nobody is told that a person has read it.
        """
        custom: dict[str, object] = {"safety": level}
        if level == "immediate":
            custom |= {"outcome": "escalated_danger", "reference": None}
        paragraphs = self._all(level, programme, passed_on, written)
        left_out = frozenset[str]() if at_home else self._at_home | self._in_chat
        left_out |= self._at_home if in_chat else self._in_chat
        left_out |= frozenset() if self_harm else self._self_harm
        paragraphs = [each for each in paragraphs if each not in left_out]
        return Reply(text="\n\n".join(paragraphs), custom=custom)

    def _all(self, level: str, programme: str | None, passed_on: bool, written: Written) -> list[str]:
        """The paragraphs: first in the person's language, where it is known and worded, then in English."""
        english = self._wording.immediate if level == "immediate" else self._wording.urgent
        paragraphs = self._paragraphs(english, programme, passed_on)
        if written.language == UNREAD:
            return [self._unread(written.guess, passed_on), *paragraphs]
        own = self._wording.languages.get(written.language or "")
        said = own and (own.immediate if level == "immediate" else own.urgent)
        return [*self._paragraphs(said, programme, passed_on), *paragraphs] if said else paragraphs

    def _unread(self, guess: str | None, passed_on: bool) -> str:
        """A line in the language that is guessed, or in each that is read here, and in English."""
        worded = self._wording.languages
        own = [guess] if guess in worded else self._wording.unread_in
        lines = [*(worded[language].unread for language in own), self._wording.unread]
        return "\n".join(_line(words, passed_on) for words in lines)

    def _paragraphs(self, words: SafetyWording, programme: str | None, passed_on: bool) -> list[str]:
        paragraphs = [part for part in _first_of(words) if part]
        numbers = self.numbers(programme)
        if numbers:
            paragraphs.append("\n".join([words.numbers, *numbers]))
        paragraphs.append(words.passed_on if passed_on else words.not_passed_on)
        return paragraphs

    def numbers(self, programme: str | None) -> list[str]:
        """A line for each number."""
        lines = self._numbers.of(programme)
        return [f"{line.name}: {line.number}" + (f" ({line.hours})" if line.hours else "") for line in lines]


def _first_of(words: SafetyWording) -> tuple[str, ...]:
    return (words.first, words.say, words.quiet, words.self_harm, words.at_home, words.in_chat)


def language_of(reading: Reading, text: str) -> Written:
    """What a message is written in; of what is unread, the language that it may be is looked for again."""
    return read_written(text) if reading.written_in == UNREAD else Written(reading.written_in)


def _line(words: UnreadWording, passed_on: bool) -> str:
    return f"{words.danger} {words.looked_at if passed_on else words.not_passed_on}"
