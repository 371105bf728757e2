"""What is said to somebody in danger."""

from __future__ import annotations

from bot.door.emergency import EmergencyNumbers
from bot.door.message import Reply
from bot.door.wording import SafetyWording, Wording

ANSWERED = ("immediate", "urgent")
"""The levels the door answers itself; ``concern`` is passed on and the talk goes on."""


class SafetyReplies:
    """Composes the safety reply: 999, then the area's numbers, then what happens next."""

    def __init__(self, wording: Wording, numbers: EmergencyNumbers) -> None:
        self._wording = wording
        self._numbers = numbers

    def reply(self, level: str, programme: str | None, *, passed_on: bool) -> Reply:
        """The reply for ``immediate`` or ``urgent``.

        ``passed_on`` is whether the alert was taken or is safe on the disk. Nobody is told that a person has read it.
        """
        words = self._wording.immediate if level == "immediate" else self._wording.urgent
        custom: dict[str, object] = {"safety": level}
        if level == "immediate":
            custom |= {"outcome": "escalated_danger", "reference": None}
        return Reply(text="\n\n".join(self._paragraphs(words, programme, passed_on)), custom=custom)

    def _paragraphs(self, words: SafetyWording, programme: str | None, passed_on: bool) -> list[str]:
        paragraphs = [words.first, words.quiet]
        numbers = self.numbers(programme)
        if numbers:
            paragraphs.append("\n".join([words.numbers, *numbers]))
        paragraphs.append(words.passed_on if passed_on else words.not_passed_on)
        return paragraphs

    def numbers(self, programme: str | None) -> list[str]:
        """A line for each number."""
        lines = self._numbers.of(programme)
        return [f"{line.name}: {line.number}" + (f" ({line.hours})" if line.hours else "") for line in lines]
