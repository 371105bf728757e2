"""Commands: what each says by itself, and what it says to the door for whoever sent it."""

from __future__ import annotations

from dataclasses import dataclass

from bot.telegram import beside
from bot.telegram.events import Event
from bot.telegram.neighbours import Ledger
from bot.telegram.said import Said
from bot.telegram.wording import say, wording


@dataclass(frozen=True, slots=True)
class Done:
    """What a command comes to: messages of ours, and words that go to the door as if they had been written."""

    said: tuple[Said, ...] = ()
    to_door: str = ""
    after: tuple[Said, ...] = ()
    """Messages of ours that follow what the door answers."""


async def carry_out(event: Event, ledger: Ledger) -> Done:
    """Carry a command out. Raises AwayError where the backend is needed and away."""
    match event.command:
        case "begin":
            await ledger.begin_talk(event.chat)
            done = Done(to_door=say("begin_says"))
        case "person":
            done = Done(to_door=say("person_says"), after=await _held(event, ledger))
        case "status":
            done = Done(to_door=say("status_says"))
        case "private":
            done = Done((await _private(event, ledger),))
        case "times":
            done = await _times(event, ledger)
        case "stop":
            await ledger.note_state(event.chat, "quiet")
            done = Done((Said(say("stop")),))
        case "language":
            done = _language(event.text)
        case "forget":
            done = await _forget(event, ledger)
        case _:
            done = answered_alone(event.command)
    return done


def answered_alone(command: str) -> Done:
    """What needs nobody else: how to begin, and what can be done."""
    if command == "start":
        buttons = ((say("begin"), "/begin"), (say("not_alone"), "/watched"), (say("person"), "/person"))
        return Done((Said(say("start"), buttons),))
    if command == "watched":
        return Done((Said(say("watched"), ((say("alone"), "/begin"),)),))
    return Done((Said(say("help")),))


async def _private(event: Event, ledger: Ledger) -> Said:
    """A link to the page for what is too private for Telegram."""
    made = await ledger.private_link(event.chat)
    return Said(say("private_link", **made)) if made else Said(say("private_cannot"))


async def _times(event: Event, ledger: Ledger) -> Done:
    """When it is safe to write there: asked, or kept as it was chosen, and told to a person in words."""
    if not event.press:
        return Done(after=(beside.times(),))
    if event.text == "now":
        await ledger.choose(event.chat, "now")
        return Done((Said(say("now_done")),))
    words = beside.says(event.text)
    if words is None:
        return Done(after=(beside.times(),))
    await ledger.choose(event.chat, event.text)
    follows = (beside.voicemail(),) if event.text.startswith("times:") else (Said(say("chosen")),)
    return Done(to_door=words, after=follows)


async def _held(event: Event, ledger: Ledger) -> tuple[Said, ...]:
    """Whoever wants a person at a time that they did not call safe hears that an answer waits, and can say it is."""
    if await ledger.is_safe_now(event.chat):
        return ()
    return (Said(say("held"), ((say("now"), "/times now"),)),)


def _language(chosen: str) -> Done:
    languages = wording()["languages"]
    if chosen.isdecimal() and int(chosen) < len(languages):
        return Done(to_door=str(languages[int(chosen)]["says"]))
    buttons = tuple((str(each["title"]), f"/language {n}") for n, each in enumerate(languages))
    return Done((Said(say("language"), buttons),))


async def _forget(event: Event, ledger: Ledger) -> Done:
    if not event.press:  # typed, whatever stands behind it: asked first, because nothing brings it back
        buttons = ((say("forget_yes"), "/forget yes"), (say("forget_no"), "/forget no"))
        return Done((Said(say("forget"), buttons),))
    if event.text != "yes":
        return Done((Said(say("kept_it")),))
    gone = await ledger.forget(event.chat)
    if not gone["talks"] and not gone["alerts"]:
        return Done((Said(say("nothing_to_forget")),))
    kept = [say(f"forgotten_{what}") for what in ("alerts", "held") if gone[what]]
    return Done((Said("\n\n".join([say("forgotten"), *kept, say("forgotten_hide")])),))
