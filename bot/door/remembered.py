"""What each conversation was asked last: for the moments in which the backend, which knows it, cannot be reached.

Codes and buttons' tokens, never words; in memory alone, so a door that was started again knows nothing of it.
"""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass, field, replace

from bot.door.message import Button, Reply

MOST = 20_000
"""Conversations that are remembered; of more, those in which nobody has spoken for longest are forgotten."""
_ANSWER = "answer:"


@dataclass(frozen=True, slots=True)
class Asked:
    """The open question of a conversation, the language it is held in, and what the question's buttons stand for."""

    question: str | None = None
    language: str | None = None
    answers: dict[str, str] = field(default_factory=dict, repr=False)
    """The value of an answer by its button's token."""

    def pressed(self, text: str) -> str | None:
        """The answer that a button's token stands for; None for any words."""
        return self.answers.get(text.strip())


class Remembered:
    """The newest :class:`Asked` of each conversation, by the key of its messages."""

    def __init__(self, most: int = MOST) -> None:
        self._asked: OrderedDict[str, Asked] = OrderedDict()
        self._most = most

    def of(self, key: str) -> Asked:
        """What a conversation was asked; nothing where nothing is known of it."""
        return self._asked.get(key, Asked())

    def note(self, key: str, *, meant: list[Reply], delivered: list[Reply], language: str | None) -> None:
        """Remember replies: ``meant`` with what their buttons stand for, ``delivered`` with their tokens."""
        asked = replace(self.of(key), language=language)
        for said, given in zip(meant, delivered, strict=False):
            question = (given.get("custom") or {}).get("question")
            if question:
                own = (given.get("custom") or {}).get("language")
                asked = Asked(str(question), str(own) if own else None, _answers(said, given))
        self._asked[key] = asked
        self._asked.move_to_end(key)
        while len(self._asked) > self._most:
            self._asked.popitem(last=False)


def _answers(meant: Reply, delivered: Reply) -> dict[str, str]:
    pairs: list[tuple[Button, Button]] = list(
        zip(meant.get("buttons") or [], delivered.get("buttons") or [], strict=False)
    )
    known = ((given["payload"], said["payload"]) for said, given in pairs)
    return {token: payload.removeprefix(_ANSWER) for token, payload in known if payload.startswith(_ANSWER)}
