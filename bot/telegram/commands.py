"""Commands: what each says by itself, and what it says to the door for whoever sent it."""

from __future__ import annotations

from dataclasses import dataclass

from bot.telegram.events import Event
from bot.telegram.neighbours import Ledger
from bot.telegram.said import Said
from bot.telegram.wording import say, wording


@dataclass(frozen=True, slots=True)
class Done:
    """What a command comes to: messages of ours, and words that go to the door as if they had been written."""

    said: tuple[Said, ...] = ()
    to_door: str = ""


async def carry_out(event: Event, ledger: Ledger) -> Done:
    """Carry a command out. Raises AwayError where the backend is needed and away."""
    match event.command:
        case "begin":
            await ledger.begin_talk(event.chat)
            return Done(to_door=say("begin_says"))
        case "person" | "status":
            return Done(to_door=say(f"{event.command}_says"))
        case "stop":
            await ledger.note_state(event.chat, "quiet")
            return Done((Said(say("stop")),))
        case "language":
            return _language(event.text)
        case "forget":
            return await _forget(event, ledger)
        case _:
            return answered_alone(event.command)


def answered_alone(command: str) -> Done:
    """What needs nobody else: how to begin, and what can be done."""
    if command == "start":
        buttons = ((say("begin"), "/begin"), (say("person"), "/person"))
        return Done((Said(say("start"), buttons),))
    return Done((Said(say("help")),))


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
