"""What a letter says, part by part, and as plain text for a chat."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a letter. ``text`` is what a coordinator writes: a blank line ends a paragraph."""

    code: str
    heading: str
    text: str

    @property
    def paragraphs(self) -> list[str]:
        """The text's paragraphs, each without line breaks at its ends."""
        return [block.strip() for block in self.text.replace("\r\n", "\n").split("\n\n") if block.strip()]


@dataclass(frozen=True, slots=True)
class Text:
    """A whole letter but for whom it goes to and when."""

    title: str
    sender: str
    greeting: str
    parts: tuple[Part, ...]
    ending: str
    """Lines, the last of them the council's name."""

    def with_texts(self, texts: Mapping[str, str]) -> Text:
        """The letter with other words in its parts; a part that is not named stays."""
        changed = (replace(part, text=texts.get(part.code, part.text).strip()) for part in self.parts)
        return replace(self, parts=tuple(changed))

    def plain(self) -> str:
        """The letter as it is said in a chat: headings as lines, no addresses."""
        parts = [f"{part.heading}\n{part.text}" for part in self.parts]
        return "\n\n".join([self.greeting, *parts, self.ending])

    def to_json(self) -> dict[str, Any]:
        """As it is sealed."""
        return asdict(self)

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Text:
        """As it was sealed."""
        parts = tuple(Part(**part) for part in data["parts"])
        return cls(data["title"], data["sender"], data["greeting"], parts, data["ending"])
