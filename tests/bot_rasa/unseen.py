"""Messages nobody trained on, read as the product reads them: by the reader, masked by the door, then by Rasa.

``python -m tests.bot_rasa.unseen [later]`` prints how many find their intent, and which do not.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from bot.door.masking import Mask
from nlu.reader import Reader
from tests.bot_rasa.conftest import PYTHON, ROOT, environment

HERE = Path(__file__).parent
HEARD_BY_THE_INTERVIEW = frozenset(
    {"inform", "nlu_fallback", "correct", "affirm", "deny", "unsure", "skip", "answer", "nominate", "refer_self"}
    | {"ask_other"}
)
"""What goes to ``action_interview``: an answer is safe with any of these."""
ANSWER = "an answer"


@dataclass(frozen=True, slots=True)
class Message:
    """What somebody types at an open question, and the intent it has (``ANSWER`` for what is no command)."""

    text: str
    meant: str
    question: str


@dataclass(frozen=True, slots=True)
class Judged:
    """A message with the intent that Rasa settled on, and its own confidence of 0 to 1."""

    message: Message
    got: str
    confidence: float

    @property
    def taken_as_a_command(self) -> bool:
        return self.got not in HEARD_BY_THE_INTERVIEW

    @property
    def right(self) -> bool:
        """Whether it goes where it should: what the interview hears all goes there, whichever intent it has."""
        if self.message.meant == ANSWER or self.message.meant in HEARD_BY_THE_INTERVIEW:
            return not self.taken_as_a_command
        return self.got == self.message.meant

    @property
    def exact(self) -> bool:
        """Whether the very intent was found."""
        return self.right and self.message.meant in (self.got, ANSWER)


def messages(commands: str = "unseen_commands", answers: str = "unseen_answers") -> list[Message]:
    """Every message of two files; commands are typed at the question about the address."""
    typed = yaml.safe_load((HERE / f"{commands}.yml").read_text())
    told = yaml.safe_load((HERE / f"{answers}.yml").read_text())
    asked = [Message(text, intent, "address") for intent, texts in typed.items() for text in texts]
    return asked + [Message(text, ANSWER, question) for question, texts in told.items() for text in texts]


def judge(model: Path, told: list[Message]) -> list[Judged]:
    """What the product makes of each message, with the metadata that the door would send."""
    mask = Mask.from_training_data(ROOT / "nlu/intents")
    reader = Reader()
    lines = "\n".join(json.dumps([mask.hide(one.text), _metadata(reader, one)]) for one in told)
    done = subprocess.run(
        [PYTHON, "-m", "bot.rasa.classify", model],
        input=lines, cwd=ROOT, env=environment(), capture_output=True, text=True, timeout=120, check=True,
    )  # fmt: skip
    found = [json.loads(line) for line in done.stdout.splitlines()]
    return [Judged(one, got["intent"], got["confidence"]) for one, got in zip(told, found, strict=True)]


def _metadata(reader: Reader, message: Message) -> dict[str, Any]:
    """As ``bot.door.relay`` makes it, without a thread."""
    reading = reader.read(message.text)
    return {
        "needs": reading.needs,
        "safety": reading.safety.level,
        "words": len(message.text.split()),
        "press": None,
        "answer": reading.answer,
        "correction": reading.correction,
        "question": message.question,
        "audience": "family",
    }


def recall(judged: list[Judged]) -> dict[str, tuple[int, int]]:
    """By what was meant: how many were right, of how many."""
    of = Counter(one.message.meant for one in judged)
    right = Counter(one.message.meant for one in judged if one.right)
    return {meant: (right[meant], of[meant]) for meant in of}


def main() -> None:
    """Print the figures, then every mistake."""
    later = "later" in sys.argv
    told = messages("unseen_later", "unseen_answers_later") if later else messages()
    judged = judge(ROOT / "bot/models/front-door.tar.gz", told)
    for meant, (right, of) in recall(judged).items():
        print(f"{meant:20} {right:3} of {of:3}  {right / of:.0%}")
    right = sum(one.right for one in judged)
    print(f"{'all':20} {right:3} of {len(judged)}  {right / len(judged):.1%}")
    print(f"{'the very intent':20} {sum(one.exact for one in judged):3} of {len(judged)}")
    for one in sorted(judged, key=lambda one: one.message.meant):
        if not one.right:
            print(f"{one.message.meant:18} read as {one.got:18} {one.confidence:.2f}  {one.message.text}")


if __name__ == "__main__":
    main()
