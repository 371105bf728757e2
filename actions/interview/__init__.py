"""The interview: what was said so far, and what to ask next. Pure: no HTTP, no Rasa, no database."""

from actions.interview.asking import Ask, Done, Next, Stop, Unassessed, View, next_question
from actions.interview.draft import Draft
from actions.interview.folding import fold
from actions.interview.thread import Assessment, Message, Open, Press, Programme, Thread

__all__ = [
    "Ask",
    "Assessment",
    "Done",
    "Draft",
    "Message",
    "Next",
    "Open",
    "Press",
    "Programme",
    "Stop",
    "Thread",
    "Unassessed",
    "View",
    "fold",
    "next_question",
]
