"""What an action says, for a family that talks in another language: which one, and how to choose it.

The words themselves are the backend's (``bot/languages``), which puts them in the place of Rasa's English.
"""

from __future__ import annotations

from dataclasses import replace

from actions.interview import Thread, language
from actions.interview.questions import Button
from actions.replies import Reply


def in_language(reply: Reply, thread: Thread) -> Reply:
    """The reply with the language it is to be said in, and with buttons to choose one where that is to be offered."""
    if thread.audience != "family":
        return reply
    spoken, offered = language.spoken(thread), language.offered(thread)
    custom = dict(reply.custom)
    if spoken != language.ENGLISH:
        custom["language"] = spoken
    if offered:
        custom["offer"] = offered
    return _with_buttons(replace(reply, custom=custom), _choices(thread, spoken, offered))


def _choices(thread: Thread, spoken: str, offered: str | None) -> tuple[str, ...]:
    """The languages to show a button for: all at the beginning; the one that is offered; English beside another."""
    last = thread.news[-1] if thread.news else None
    if last and language.choice(last) and spoken != language.ENGLISH:
        return (language.ENGLISH,)
    if offered:
        return (offered,)
    first = len(thread.messages) == 1 and spoken == language.ENGLISH
    return language.OFFERED if first else ()


def _with_buttons(reply: Reply, codes: tuple[str, ...]) -> Reply:
    """The reply's last utterance with a button a language; its words are put in with the others'."""
    if not codes or not reply.utterances or "question" not in reply.custom:
        return reply
    *before, last = reply.utterances
    buttons = tuple(Button(code, f"answer:{language.SPEAK}{code}") for code in codes)
    return replace(reply, utterances=(*before, replace(last, buttons=(*last.buttons, *buttons))))
