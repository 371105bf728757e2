"""What is said of other talks than this one: one that was left before, and one about another family that waits."""

from __future__ import annotations

from actions.interview import Thread, another
from actions.interview.questions import Button
from actions.replies import Utterance

IS_IT = "other_family"
"""Open while it is asked whether what was told is about another family; and, once this one is sent, about going on."""
GO_ON = Button("Go on with the other family", "answer:other_family")
SAME = Button("It is the same family", "answer:same_family")
LEFT = Button("Go on with that one", "answer:left")


def left(thread: Thread) -> tuple[Utterance, ...]:
    """At the beginning of a talk: that there is one which was left, named by its day alone."""
    if thread.left is None or not thread.left.long_ago or len(thread.messages) != 1:
        return ()
    return (Utterance("utter_left", {"begun": thread.left.begun}, (LEFT,)),)


def waiting(thread: Thread) -> tuple[Utterance, ...]:
    """Once a talk is over: that another family was told of in it."""
    named = thread.audience == "professional" and another.is_more_to_come(thread.messages)
    return (Utterance("utter_other_family_waits", buttons=(GO_ON,)),) if thread.another_waits or named else ()
