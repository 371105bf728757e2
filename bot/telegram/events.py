"""From Telegram's updates to what they mean for us. Whatever an update holds, this neither fails nor keeps more."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, field, replace
from typing import Any, Literal

Kind = Literal[
    "text",
    "press",
    "command",
    "file",
    "voice",
    "sticker",
    "contact",
    "location",
    "other",
    "group",
    "leave",
    "blocked",
    "unblocked",
    "nothing",
]
FILES = ("photo", "document", "video", "animation", "paid_media", "story")
SPOKEN = ("voice", "video_note", "audio")
SILENT = frozenset(
    {
        "boost_added", "channel_chat_created", "chat_background_set", "chat_owner_changed", "chat_owner_left",
        "chat_shared", "connected_website", "delete_chat_photo", "forum_topic_closed", "forum_topic_created",
        "forum_topic_edited", "forum_topic_reopened", "general_forum_topic_hidden", "general_forum_topic_unhidden",
        "giveaway_completed", "giveaway_created", "group_chat_created", "left_chat_member",
        "message_auto_delete_timer_changed", "migrate_from_chat_id", "migrate_to_chat_id", "new_chat_members",
        "new_chat_photo", "new_chat_title", "paid_message_price_changed", "pinned_message",
        "proximity_alert_triggered", "refunded_payment", "successful_payment", "supergroup_chat_created",
        "users_shared", "video_chat_ended", "video_chat_participants_invited", "video_chat_scheduled",
        "video_chat_started", "write_access_allowed",
    }
)  # fmt: skip
"""Service messages: nobody said anything."""
COMMANDS = frozenset({"start", "help", "status", "stop", "forget", "language", "person", "private", "times", "begin"})


@dataclass(frozen=True, slots=True)
class Event:
    """What an update means. ``name`` is the same when Telegram hands the same out again, and names nobody."""

    update: int
    kind: Kind
    chat: str = field(default="", repr=False)
    text: str = field(default="", repr=False)
    """What was written: the words, the caption, the words after a command, or a button's token."""
    command: str = ""
    edited: bool = False
    private: bool = True
    press: str = field(default="", repr=False)
    """Telegram's identifier of the press, to answer it."""
    message: int = 0
    """Number of the message in which the button stood."""
    language: str = ""
    """The language of their telephone, as Telegram tells it: two letters."""
    album: str = field(default="", repr=False)
    """Telegram's name of the album that a photo came in."""
    at: float = 0.0
    """When it was written or last changed, in seconds since 1970; 0 where Telegram does not say (a button)."""

    @property
    def name(self) -> str:
        """How this is named to the door and in the ledger; a button, however often it is pressed, has one name."""
        if self.kind == "press":
            return f"press {_hashed(self.text)}"
        if self.album and not self.text.strip():  # ten photos are answered once
            return f"album {_hashed(self.chat + self.album)}"
        return f"update {self.update}"


def event_of(raw: object) -> Event | None:
    """What an update means; None for something that has no number and cannot be confirmed."""
    event = _event_of(raw)
    return replace(event, language=_language(raw), at=_at(raw)) if event is not None and event.chat else event


def _language(raw: object) -> str:
    """What the sender's telephone speaks, of whatever kind the update is."""
    for part in raw.values() if isinstance(raw, dict) else ():
        sender = part.get("from") if isinstance(part, dict) else None
        code = sender.get("language_code") if isinstance(sender, dict) else None
        if isinstance(code, str) and code[:2].isascii() and code[:2].isalpha():
            return code[:2].casefold()
    return ""


def _at(raw: object) -> float:
    """When a message was written, or changed."""
    for key in ("message", "edited_message"):
        message = raw.get(key) if isinstance(raw, dict) else None
        at = (message.get("edit_date") or message.get("date")) if isinstance(message, dict) else None
        if type(at) is int and 0 < at < 2**40:
            return float(at)
    return 0.0


def _event_of(raw: object) -> Event | None:
    if not isinstance(raw, dict) or type(raw.get("update_id")) is not int:
        return None
    update: int = raw["update_id"]
    if isinstance(press := raw.get("callback_query"), dict):
        return _press(update, press)
    for key in ("message", "edited_message"):
        if isinstance(message := raw.get(key), dict):
            return _message(update, message, edited=key == "edited_message")
    if isinstance(changed := raw.get("my_chat_member"), dict):
        return _membership(update, changed)
    if isinstance(post := raw.get("channel_post"), dict):
        chat, private = _chat(post)
        return Event(update, "leave" if chat and not private else "nothing", chat, private=private)
    return Event(update, "nothing")


def _press(update: int, press: dict[str, Any]) -> Event:
    message = press.get("message")
    message = message if isinstance(message, dict) else {}
    chat, private = _chat(message)
    if not chat:  # a message too old for Telegram to show; in a chat of two, the person's number is the chat's
        sender = press.get("from")
        number = sender.get("id") if isinstance(sender, dict) else None
        chat, private = (str(number), True) if type(number) is int else ("", False)
    data, number = press.get("data"), message.get("message_id")
    if not chat or not private or not isinstance(data, str):
        return Event(update, "nothing")
    shown = _whole(str(press.get("id") or ""))
    command, _, rest = data.removeprefix("/").partition(" ")
    told = {"update": update, "chat": chat, "press": shown, "message": number if type(number) is int else 0}
    if data.startswith("/"):
        return Event(kind="command", command=_whole(command), text=_whole(rest), **told)  # type: ignore[arg-type]
    return Event(kind="press", text=_whole(data), **told)  # type: ignore[arg-type]


def _message(update: int, message: dict[str, Any], *, edited: bool) -> Event:
    chat, private = _chat(message)
    sender = message.get("from")
    if not chat or (isinstance(sender, dict) and sender.get("is_bot") is True):
        return Event(update, "nothing")
    text = message.get("text")
    if not isinstance(text, str):
        text = message["caption"] if isinstance(message.get("caption"), str) else ""
    if not text.strip() and (edited or not SILENT.isdisjoint(message)):
        # A place that is shared for an hour is "edited" every few seconds.
        return Event(update, "nothing")
    text = _whole(text)
    if not private:
        return Event(update, "group", chat, text, private=False)
    command, rest = _command(text)
    if command and not edited:
        return Event(update, "command", chat, rest, command)
    album = message.get("media_group_id")
    in_album = _whole(str(album)) if isinstance(album, str | int) else ""
    return Event(update, _kind(message, text), chat, text, edited=edited, album=in_album)


def _kind(message: dict[str, Any], text: str) -> Kind:
    for kind, keys in (("file", FILES), ("voice", SPOKEN), ("sticker", ("sticker", "dice"))):
        if any(key in message for key in keys):
            return kind  # type: ignore[return-value]
    if text.strip():
        return "text"
    if "contact" in message:
        return "contact"
    return "location" if "location" in message or "venue" in message else "other"


def _membership(update: int, changed: dict[str, Any]) -> Event:
    chat, private = _chat(changed)
    member = changed.get("new_chat_member")
    status = member.get("status") if isinstance(member, dict) else None
    if not chat:
        return Event(update, "nothing")
    here = status in ("member", "administrator")
    if private:
        return Event(update, {"kicked": "blocked", "member": "unblocked"}.get(str(status), "nothing"), chat)  # type: ignore[arg-type]
    if not here:
        return Event(update, "nothing", chat, private=False)
    # In a channel whatever is said is published: nothing is.
    return Event(update, "leave" if changed["chat"].get("type") == "channel" else "group", chat, private=False)


def _chat(part: dict[str, Any]) -> tuple[str, bool]:
    """The chat's identifier, empty where there is none, and whether it is a chat of two.

    Telegram's numbers of people are positive, those of groups and channels negative.
    """
    chat = part.get("chat")
    if not isinstance(chat, dict) or type(chat.get("id")) is not int or abs(chat["id"]) >= 10**20:
        return "", False
    return str(chat["id"]), chat["id"] > 0


def _hashed(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:40]


def _whole(text: str) -> str:
    """Without halves of characters, which can be neither sent on nor kept."""
    return text.encode("utf-8", "replace").decode()


def _command(text: str) -> tuple[str, str]:
    """A command of ours and what stands behind it; an empty one for anything else, which is words."""
    if not text.startswith("/"):
        return "", text
    first, _, rest = re.sub(r"\s", " ", text[1:], count=1).partition(" ")
    name = first.partition("@")[0].casefold()
    return (name, rest.strip()) if name in COMMANDS else ("", text)
