"""The talk over Telegram as the README has a newcomer try it: safe times, the private page, a person, a persona."""

from __future__ import annotations

import re
import socket
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

import httpx
import pytest

from tests.bot_telegram.test_walk import go_on
from tests.system import ROOT, FrontDoor, front_door
from tests.telegram_server import TOKEN, BotApi, Phone, bot_api, words

pytestmark = pytest.mark.system
COORDINATOR = "coordinator@demo.example"
SECRET = "I owe four thousand pounds to Mr Wobblethwaite, and I have hidden the letters in the bread bin."
README = (ROOT / "README.md").read_text(encoding="utf-8")


def steps() -> list[str]:
    """The README's steps, from the bot to the coordinator's answer."""
    part = README.split("### Telegram")[1].split("\nIn production")[0]
    return re.findall(r"^\d\. (.+)$", part, re.MULTILINE)


def in_code(step: str) -> list[str]:
    return re.findall(r"`([^`]+)`", step)


@pytest.fixture(scope="module")
def api() -> Iterator[tuple[BotApi, str]]:
    with bot_api() as running:
        yield running


@pytest.fixture(scope="module")
def door(api: tuple[BotApi, str], tmp_path_factory: pytest.TempPathFactory) -> Iterator[FrontDoor]:
    """Started with what the README exports, at the addresses that are free here."""
    exported = [span.removeprefix("export ").partition("=") for span in in_code(steps()[1])]
    values = {"TELEGRAM_BOT_TOKEN": TOKEN, "TELEGRAM_API_BASE": api[1]}
    assert [name for name, _, _ in exported] == list(values)
    with pytest.MonkeyPatch.context() as patch:
        for name, _, _ in exported:
            patch.setenv(name, values[name])
        with front_door(tmp_path_factory.mktemp("talk")) as running:
            yield running


def begun(api: BotApi, number: int) -> Phone:
    phone = Phone(api, number)
    phone.say(in_code(steps()[3])[0])
    tapped = re.findall(r"\*(\w+)\*", steps()[3])
    phone.press(tapped[0])
    return phone


def another_time() -> str:
    """The title of a choice that is not now, whenever this is run."""
    return "Evenings" if datetime.now(ZoneInfo("Europe/London")).hour < 14 else "Mornings"


def link_in(phone: Phone, door: FrontDoor) -> str:
    """The page's address, as this machine reaches it."""
    found = re.search(r"https?://\S+", words(phone.newest))
    assert found, phone.told()
    return f"{door.url}{urlsplit(found.group()).path}"


def handover_of(coordinator: Any, reference: str) -> str:
    waiting = coordinator.get("/api/handovers").json()["waiting"]
    return str(next(row["handover"] for row in waiting if row["reference"] == reference))


def test_the_readmes_steps_lead_to_a_reference_and_a_persons_answer_in_the_safe_times(
    door: FrontDoor, api: tuple[BotApi, str]
) -> None:
    phone = begun(api[0], 480500100)
    reference = go_on(phone, "Your number is").split("Your number is ")[1].split(".")[0]
    phone.hear("When may I write to you here?")
    phone.press(another_time())
    phone.hear("may we leave a message?")
    phone.press("No, never")
    phone.hear("I have kept that")

    coordinator = door.account(COORDINATOR)
    record = coordinator.get(f"/api/nominations/{reference}")
    assert record.json()["channel"] == "telegram"
    assert "never leave a voicemail" in record.text, "a person reads it in words"
    assert "Somebody on Telegram" in coordinator.get("/api/handovers").text or "Somebody on Telegram" in record.text

    phone.say(in_code(steps()[5])[0])
    phone.hear("an answer from a person waits until then")
    assert "I have asked for a person" in words(phone.received())
    handover = handover_of(coordinator, reference)
    coordinator.post(f"/api/handovers/{handover}/messages", {"text": "Good evening, I am here."})
    before = len(phone.received())
    waiting = _until_it_waits(phone, coordinator, handover)
    assert datetime.fromisoformat(waiting) > datetime.now(ZoneInfo("UTC"))
    assert len(phone.received()) == before, "nothing lights up at another time than was named"

    phone.tap("It is safe now")
    phone.wait_for(lambda: "Good evening, I am here." in words(phone.received()))
    answer = next(message for message in phone.received() if "Good evening" in message["text"])
    assert answer["text"] == "Coordinator:\nGood evening, I am here."
    (covered,) = answer["entities"]
    assert (covered["type"], covered["offset"]) == ("spoiler", len("Coordinator:\n"))


def _until_it_waits(phone: Phone, coordinator: Any, handover: str) -> str:
    """Until when the coordinator sees that the newest message waits."""
    seen: list[str] = []

    def looked() -> bool:
        messages = coordinator.get(f"/api/handovers/{handover}").json()["messages"]
        seen[:] = [each["waits_until"] for each in messages if each.get("waits_until")]
        return bool(seen)

    phone.wait_for(looked)
    return seen[-1]


def test_what_is_written_on_the_private_page_is_kept_and_never_said_again_in_the_chat(
    door: FrontDoor, api: tuple[BotApi, str]
) -> None:
    phone = begun(api[0], 480500200)
    go_on(phone, "What is going on")
    phone.press("Write it on a private page")
    page = link_in(phone, door)
    shown = httpx.get(page, timeout=30)
    assert shown.status_code == 200
    assert "Petra" not in shown.text
    sent = httpx.post(page, data={"words": SECRET, "lang": ""}, timeout=60)
    assert (sent.status_code, sent.headers["location"]) == (303, "/private-sent")
    assert "go back to the chat" in httpx.get(f"{door.url}/private-sent", timeout=30).text
    assert httpx.get(page, timeout=30).status_code == 410, "once"

    phone.answer()
    assert "I have what you wrote on the page" in words(phone.newest)
    phone.press("Go on")
    reference = go_on(phone, "Your number is").split("Your number is ")[1].split(".")[0]
    told = words(phone.received())
    assert "Wobblethwaite" not in told
    assert "bread bin" not in told
    assert "What you wrote on the private page is kept, too." in told
    assert "Wobblethwaite" in door.account(COORDINATOR).get(f"/api/nominations/{reference}").text


def test_danger_on_the_private_page_is_answered_there_and_reaches_the_duty_list(
    door: FrontDoor, api: tuple[BotApi, str]
) -> None:
    phone = begun(api[0], 480500300)
    phone.say("/private")
    answer = httpx.post(link_in(phone, door), data={"words": "he is strangling my sister right now, in the kitchen"})
    assert "ring 999" in answer.text
    assert door.wait_for_alert("strangling my sister")["level"] == "immediate"


def test_who_is_watched_is_told_how_to_hide_the_chat_and_who_thinks_of_dying_who_listens(
    door: FrontDoor, api: tuple[BotApi, str]
) -> None:
    phone = Phone(api[0], 480500400)
    phone.say("/start")
    watched = words(phone.press("Someone is with me"))
    assert "Delete chat" in watched
    assert "0808 2000 247" in watched
    phone.press("I am on my own now")
    said = words(phone.say("i am scared of my husband, he hits me"))
    assert "delete this chat" in said
    assert "red button" not in said
    assert "116 123" in words(phone.say("I cannot go on, I keep thinking about killing myself"))


def test_a_slovak_telephone_is_greeted_in_slovak_and_the_words_are_marked_as_unchecked(
    door: FrontDoor, api: tuple[BotApi, str]
) -> None:
    phone = Phone(api[0], 480500500)
    update = phone.message(text="/start")
    update["from"]["language_code"] = "sk"
    api[0].add({"message": update})
    told = words(phone.answer())
    assert told.startswith("Dobrý deň.")
    assert "neskontroloval" in told
    assert "999" in told


def test_who_writes_is_asked_and_a_child_of_fourteen_hears_of_childline(
    door: FrontDoor, api: tuple[BotApi, str]
) -> None:
    phone = begun(api[0], 480500600)
    phone.press("No")
    assert "Who are you in the family?" in words(phone.newest)
    assert "0800 1111" in words(phone.say("im 14"))


def test_a_persona_talks_over_telegram_by_the_readmes_command(tmp_path: Path) -> None:
    (command,) = re.findall(r"^`([^`]+ converse --bot-api [^`]+)`$", README, re.MULTILINE)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        origin = f"http://127.0.0.1:{free.getsockname()[1]}"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TELEGRAM_BOT_TOKEN", TOKEN)
        patch.setenv("TELEGRAM_API_BASE", origin)
        with front_door(tmp_path) as running:
            given = command.replace("http://127.0.0.1:18081", origin).split()[1:]
            played = running.command(*given)
    assert played.returncode == 0, played.stdout[-3000:] + played.stderr
    assert '"outcome": "submitted"' in played.stdout
