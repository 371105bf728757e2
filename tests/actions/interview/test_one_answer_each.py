"""Several needs in one question, answered sentence by sentence in the same order."""

from __future__ import annotations

from actions.interview import Assessment
from tests.actions.interview.talk import Talk, agreed


def _clarifying() -> Talk:
    talk = agreed(assessment=Assessment("needs_information", missing=("education", "crime", "work")))
    told = ("Things are hard for them at home since the summer.", "Ada Okoye, 36, mum. Tom Okoye, 14, son.")
    for text in (*told, "7 Quill Row, Sevenoaks TN13 1AA", "Ring mum on 07700 900123", "the school", "no"):
        talk.tell(text)
    assert talk.asked == "clarify"
    return talk


def _statuses(talk: Talk) -> dict[str, str]:
    return {entry["code"]: entry["status"] for entry in talk.content["indicators"]}


def test_as_many_sentences_as_needs_answer_one_each() -> None:
    talk = _clarifying()
    assert len(talk.about) == 3
    talk.say("No, the boy likes it there. I don't know, we never heard. No, they get by.")
    assert [_statuses(talk).get(need) for need in talk.messages[-1].question.about] == [  # type: ignore[union-attr]
        "negated",
        "uncertain",
        "negated",
    ]


def test_fewer_sentences_than_needs_are_not_put_in_order() -> None:
    talk = _clarifying()
    talk.say("No, the boy likes it there. She said nothing of the rest.")
    assert "negated" not in _statuses(talk).values()
