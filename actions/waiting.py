"""A family that was not asked yet: what to say to it, a link to answer by, and a draft that waits for the answer."""

from __future__ import annotations

from typing import Any, Literal

from actions.backend_client import BackendClient
from actions.interview import Draft, Message, Open, Programme, Thread, for_others, lexicon
from actions.interview.questions import Button
from actions.replies import PERSON, Reply, Utterance, emergency, lines

Wish = Literal["new", "back"]
_PRESSES: dict[str, Wish] = {"new_link": "new", "another_link": "new", "revoke_link": "back"}
_STOP = Button("Stop and delete it", "intent:withdraw")
_BACK = Button("Take the link back", "answer:revoke_link")
_NEW = Button("Make a new link", "answer:new_link")
_CARER = Button("I look after the children", f"answer:{for_others.CARER}")
_CLOSING: dict[str, Any] = {"outcome": "stopped_no_consent", "reference": None}


def may_wait(thread: Thread, draft: Draft) -> bool:
    """Whether the draft may wait: it is about others' family, and for a programme whose wording they can read."""
    theirs = thread.audience == "professional" or for_others.writes_for_others(thread)
    return theirs and draft.programme is not None


def wished(message: Message) -> Wish | None:
    """Whether a message asks for a new link, or takes the link back."""
    if message.press:
        return _PRESSES.get(message.press.value) if message.press.kind == "answer" else None
    said = lexicon.plain(message.text)
    if lexicon.pattern("link_back").search(said):
        return "back"
    return "new" if lexicon.pattern("new_link").search(said) else None


def gives_up(thread: Thread, message: Message) -> bool:
    """Whether a message, while the family is waited for, says to stop and delete."""
    waits = (thread.content.get("consent") or {}).get("state") == "not_yet"
    said = lexicon.plain(message.text).strip(" .!")
    return waits and message.press is None and bool(lexicon.pattern("gives_up").fullmatch(said))


async def grant(backend: BackendClient, thread: Thread, wish: Wish) -> tuple[Utterance, ...]:
    """Make a new link or end the one there is; what is said of it."""
    if wish == "back":
        await backend.end_link(thread)
        return (Utterance("utter_link_taken_back", buttons=(_NEW, _STOP)),)
    if thread.programme is None or not (thread.audience == "professional" or for_others.writes_for_others(thread)):
        return ()
    until = await backend.make_link(thread, renew=True)
    return (Utterance("utter_new_link", {"until": until}, (_BACK,), {"fill": ["link"]}),)


async def wait(
    backend: BackendClient, thread: Thread, draft: Draft, marks: dict[int, str], opening: tuple[Utterance, ...]
) -> Reply:
    """Keep the draft, sealed, until the family has answered; nothing is sent meanwhile."""
    question = Open("consent")
    await backend.keep(
        thread,
        version=thread.version,
        marks=marks,
        content=draft.to_json(),
        programme=draft.programme,
        open_question=question,
    )
    programme = thread.programme
    if programme is None or programme.code != draft.programme:
        programme = (await backend.thread(thread.thread)).programme
    said = opening or (await _told(backend, thread, programme),)
    return Reply(said, dict(_CLOSING), thread.audience, question.id)


async def _told(backend: BackendClient, thread: Thread, programme: Programme | None) -> Utterance:
    link = thread.consent_link
    if thread.audience == "family":
        return await _told_family(backend, thread, programme)
    if link is not None and link.state == "open":
        return Utterance("utter_still_waiting", {"until": link.until}, (_BACK, _STOP))
    if link is not None:
        return Utterance("utter_link_over", {}, (_NEW, _STOP))
    until = await backend.make_link(thread)
    how = {
        "until": until,
        "what_to_say": programme.what_to_say if programme else "",
        "how_to_ask": programme.how_to_ask if programme else "",
        "purposes": lines(programme.purpose_wordings if programme else ()),
    }
    return Utterance("utter_not_asked_yet", how, (_BACK, _STOP), {"fill": ["link"]})


async def _told_family(backend: BackendClient, thread: Thread, programme: Programme | None) -> Utterance:
    """To somebody who is worried about another family: what they can say, and a link that they can give."""
    how = {
        "until": await backend.make_link(thread),
        "what_to_say": programme.what_to_say if programme else "",
        "emergency": emergency(programme),
    }
    return Utterance("utter_for_others", how, (_CARER, PERSON), {"fill": ["link"]})
