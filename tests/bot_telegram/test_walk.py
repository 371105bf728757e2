"""A family refers itself on Telegram, with the whole product and a Bot API server: to a reference, and back."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.system import FrontDoor, front_door
from tests.telegram_server import TOKEN, BotApi, Phone, bot_api, buttons_of, words

pytestmark = pytest.mark.system
COORDINATOR = "coordinator@demo.example"
NUMBER = 480915162342
STORY = (
    "I am on my own with my two boys. The older one keeps getting excluded from school and I lost my job in March, "
    "so I am on universal credit. I would like him back in school."
)
ANSWERS = {
    "danger right now": "No",
    "Which area": "TN13 1AA",
    "Are you happy for us": "Yes, I agree",
    "Who in the family said yes": "Me, I am the mum",
    "Who are you": "I am the mum",
    "What is going on": STORY,
    "Who is in your family": "I am Petra Quillon, 38. My sons are Jory Quillon, 15, and Silas Quillon, 9.",
    "What is your address": "12 Quillfield Row, Sevenoaks, TN13 1AA",
    "how can we reach you": "My phone is 07700 900456, at any time",
    "Which language would": "English",
    "anyone helping": "The school and my GP",
    "Has a worker sat down": "No",
    "one worker who looks after": "No",
    "Is it right?": "Yes, send it",
}


@pytest.fixture(scope="module")
def api() -> Iterator[tuple[BotApi, str]]:
    with bot_api() as running:
        yield running


@pytest.fixture(scope="module")
def door(api: tuple[BotApi, str], tmp_path_factory: pytest.TempPathFactory) -> Iterator[FrontDoor]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TELEGRAM_BOT_TOKEN", TOKEN)
        patch.setenv("TELEGRAM_API_BASE", api[1])
        with front_door(tmp_path_factory.mktemp("telegram")) as running:
            yield running


def reply_to(phone: Phone) -> str:
    """What somebody answers to what was asked last: with a button where there is one."""
    asked = words(phone.newest).casefold()
    places = [(asked.rfind(question.casefold()), answer) for question, answer in ANSWERS.items()]
    found = [each for each in places if each[0] >= 0]
    return max(found)[1] if found else "I do not know"


def go_on(phone: Phone, until: str) -> str:
    """Answer until something is said."""
    for _ in range(40):
        if until in words(phone.newest):
            return words(phone.newest)
        answer = reply_to(phone)
        titles = [button["text"] for message in phone.newest for button in buttons_of(message)]
        phone.press(answer) if answer in titles else phone.say(answer)
    raise AssertionError(f"{until!r} was never said:\n{phone.told()}")


def begun(api: BotApi, number: int) -> Phone:
    phone = Phone(api, number)
    phone.say("/start")
    phone.press("Start")
    return phone


def test_from_start_to_a_reference_and_the_coordinators_answer_back_into_the_chat(
    door: FrontDoor, api: tuple[BotApi, str]
) -> None:
    phone = Phone(api[0], NUMBER)
    told = words(phone.say("/start"))
    for what in ("not private", "Delete chat", "/forget", "999", "computer program"):
        assert what in told
    phone.press("Start")
    go_on(phone, "What is going on")
    door.kill("telegram")  # in the middle: what was written meanwhile is answered, and nothing twice
    phone.write(STORY)
    phone.answer()
    sent = go_on(phone, "Your number is")
    reference = sent.split("Your number is ")[1].split(".")[0]

    coordinator = door.account(COORDINATOR)
    record = coordinator.get(f"/api/nominations/{reference}").json()
    assert record["channel"] == "telegram"
    assert {person["name"] for person in record["people"]} >= {"Petra Quillon", "Jory Quillon", "Silas Quillon"}
    assert record["story"].count("universal credit") == 1, "told once, kept once"

    assert reference in words(phone.say("/status"))
    phone.say("/person")
    waiting = coordinator.get("/api/handovers").json()["waiting"]
    handover = next(row["handover"] for row in waiting if row["reference"] == reference)
    answered = time.monotonic()
    coordinator.post(f"/api/handovers/{handover}/messages", {"text": "Good morning, I am here now."})
    assert words(phone.answer()) == "Coordinator:\nGood morning, I am here now."
    assert time.monotonic() - answered < 10
    assert all(message["link_preview_options"] == {"is_disabled": True} for message in phone.received())


def test_danger_is_answered_with_999_and_reaches_the_duty_list(door: FrontDoor, api: tuple[BotApi, str]) -> None:
    phone = begun(api[0], 480200200)
    assert words(phone.say("my ex is kicking the door in, he has a hammer")).startswith(
        "If someone is in danger now, ring 999"
    )
    assert door.wait_for_alert("he has a hammer")["level"] == "immediate"


def test_danger_is_answered_while_the_backend_hangs_and_the_rest_waits_for_it(
    door: FrontDoor, api: tuple[BotApi, str]
) -> None:
    phone = begun(api[0], 480200300)
    with door.hanging("backend"):
        told = time.monotonic()
        assert "ring 999" in words(phone.say("he is going to kill me with the bread knife tonight"))
        assert time.monotonic() - told < 10
    door.wait_for_alert("bread knife")


def test_who_is_in_danger_says_so_with_a_button_and_reaches_the_duty_list(
    door: FrontDoor, api: tuple[BotApi, str]
) -> None:
    phone, before = begun(api[0], 480200350), len(door.alerts())
    assert "ring 999" in words(phone.press("Yes")).casefold()
    assert len(door.alerts()) == before + 1


def test_a_button_works_once_and_an_old_one_is_explained(door: FrontDoor, api: tuple[BotApi, str]) -> None:
    phone = begun(api[0], 480200400)
    danger = phone.received()[-1]
    old = {button["text"]: button["callback_data"] for button in buttons_of(danger)}
    assert all(len(data.encode()) <= 64 and "answer" not in data for data in old.values())
    phone.press("No")
    assert danger["message_id"] in api[0].unbuttoned
    count = len(phone.received())
    phone.tap_on(danger, old["No"])
    phone.wait_for(lambda: any("already" in str(press.get("text")) for press in api[0].presses))
    assert len(phone.received()) == count
    phone.tap_on(danger, old["Yes"])
    assert "That button was for an earlier question." in words(phone.answer())


def test_what_is_forgotten_is_gone_and_what_is_kept_is_said(door: FrontDoor, api: tuple[BotApi, str]) -> None:
    phone = begun(api[0], 480200500)
    go_on(phone, "What is going on")
    phone.say("/forget")
    assert "Nothing was deleted" in words(phone.press("No, keep it"))
    phone.say("/forget")
    assert "no longer know this chat" in words(phone.press("Yes, delete it"))
    phone.say("/forget")
    assert "nothing to delete" in words(phone.press("Yes, delete it"))


def test_what_is_no_words_is_answered_kindly_and_long_words_go_in_parts(
    door: FrontDoor, api: tuple[BotApi, str]
) -> None:
    phone = begun(api[0], 480200600)
    for content, told in (
        ({"photo": [{"file_id": "a", "file_unique_id": "b", "width": 1, "height": 1}]}, "photos"),
        ({"voice": {"file_id": "a", "file_unique_id": "b", "duration": 3}}, "voice"),
        ({"sticker": {"file_id": "a"}}, "stickers"),
        ({"location": {"latitude": 51.3, "longitude": 0.2}}, "postcode"),
        ({"contact": {"phone_number": "07700900999", "first_name": "X"}}, "contacts"),
    ):
        phone.api.add({"message": phone.message(**content)})
        assert told in words(phone.answer())
    phone.api.add({"message": phone.message(photo=[{}], caption="look, he is strangling me right now")})
    phone.wait_for(lambda: "I cannot look at photos or files, and" in words(phone.received()))
    assert "999" in words(phone.answer())
    phone.say("It has been hard. " * 225)
    phone.api.add({"edited_message": phone.message(text="I am her dad")})
    phone.wait_for(lambda: "I read the message you changed" in words(phone.received()))


def test_a_talk_that_takes_no_more_says_so_and_a_new_one_begins(door: FrontDoor, api: tuple[BotApi, str]) -> None:
    phone = begun(api[0], 480200650)
    with closing(sqlite3.connect(door.data / "frontdoor.sqlite", timeout=20)) as record, record:
        newest = "SELECT id FROM threads WHERE channel = 'telegram' ORDER BY created_at DESC LIMIT 1"
        record.execute(f"UPDATE threads SET said = 2000 WHERE id = ({newest})")  # noqa: S608 - no word from outside
    assert "this talk is full" in words(phone.say("My boy is still at home"))
    assert "ring 999" in words(phone.say("he is going to kill me with the fire poker tonight"))
    door.wait_for_alert("fire poker")
    assert "danger right now" in words(phone.press("Start"))


def test_in_a_group_nothing_is_talked_about_but_danger(door: FrontDoor, api: tuple[BotApi, str]) -> None:
    group = Phone(api[0], -100777)
    chat = {"id": -100777, "type": "supergroup", "title": "Neighbours"}
    api[0].add({"message": group.message(text="hello bot") | {"chat": chat}})
    assert "one person at a time" in words(group.answer())
    assert -100777 in api[0].left
    api[0].add({"message": group.message(text="help, he is stabbing her right now") | {"chat": chat}})
    assert "999" in words(group.answer())


def test_telegram_that_asks_to_wait_or_fails_gets_the_message_later(door: FrontDoor, api: tuple[BotApi, str]) -> None:
    phone = Phone(api[0], 480200700)
    api[0].troubles += [
        {"error_code": 429, "description": "Too Many Requests: retry after 1", "parameters": {"retry_after": 1}},
        {"error_code": 500, "description": "Internal Server Error"},
    ]
    phone.write("/help")
    assert [message["text"].splitlines()[0] for message in phone.answer()] == [
        "Just write in your own words, or tap a button."
    ]


def test_neither_token_nor_chat_nor_words_are_in_any_log_or_process_listing(
    door: FrontDoor, api: tuple[BotApi, str]
) -> None:
    phone = begun(api[0], 480200800)
    phone.say("My boy Zebulon Wexcombe will not go to school")
    log = door.log.read_text()
    secret = TOKEN.split(":")[1]
    for planted in (secret, str(NUMBER), "480200800", "Zebulon", "Wilhelmina", "universal credit"):
        assert planted not in log
    listed = Path(f"/proc/{door.pid('telegram')}")
    assert secret.encode() not in (listed / "cmdline").read_bytes() + (listed / "environ").read_bytes()
    for name in ("door", "backend", "rasa", "actions", "worker"):
        assert secret.encode() not in Path(f"/proc/{door.pid(name)}/environ").read_bytes()
    for file in (path for path in door.data.rglob("*") if path.is_file()):
        content = file.read_bytes()
        assert str(NUMBER).encode() not in content, file.name
        assert secret.encode() not in content, file.name
