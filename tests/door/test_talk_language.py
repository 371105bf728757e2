"""In a talk in another language the door answers in that language, also while what is behind it is away."""

from __future__ import annotations

from pathlib import Path

import httpx
import pytest
import yaml

from tests.door.stubs import TOKEN, Product

YES = {"sk": "áno", "cs": "ano", "pl": "tak", "ro": "da"}
FOLDER = Path(__file__).parents[2] / "bot" / "door" / "languages"
WORDS = {code: yaml.safe_load((FOLDER / f"{code}.yml").read_text(encoding="utf-8")) for code in YES}
TITLES = ("Yes", "No", "Not sure")
BUTTONS = [{"title": title, "payload": f"answer:{title.split()[-1].casefold()}"} for title in TITLES]
ASKED = {"recipient_id": "x", "text": "?", "buttons": BUTTONS}


def asked_about_danger(door: Product, code: str) -> None:
    """A family's talk in which the question about danger was asked last."""
    door.backend.audience = "family"
    door.rasa.says = [ASKED | {"custom": {"question": "danger", "language": code}}]
    door.say("hello", programme="here")
    door.backend.language, door.backend.open_question = code, "danger"


@pytest.mark.parametrize("code", YES)
def test_yes_is_danger_and_answered_in_the_talks_language_while_rasa_is_away(door: Product, code: str) -> None:
    asked_about_danger(door, code)
    door.stop_rasa()
    (reply,) = door.say(YES[code], programme="here").json()
    assert reply["text"].splitlines()[0] == WORDS[code]["immediate"]["first"]
    assert "ring 999" in reply["text"]
    assert "01632 960001" in reply["text"]
    assert door.wait_for_alert()["reasons"] == ["danger_yes"]


@pytest.mark.parametrize("code", YES)
def test_yes_is_danger_and_answered_in_the_talks_language_while_the_backend_is_away(door: Product, code: str) -> None:
    asked_about_danger(door, code)
    door.stop_backend()
    (reply,) = door.say(YES[code], programme="here").json()
    assert reply["text"].splitlines()[0] == WORDS[code]["immediate"]["first"]
    assert reply["custom"]["outcome"] == "escalated_danger"
    door.start_backend()
    alert = door.wait_for_alert()
    assert (alert["level"], alert["source"], alert["text"]) == ("immediate", "answer", YES[code])


def test_a_pressed_yes_is_danger_while_the_backend_is_away(door: Product) -> None:
    asked_about_danger(door, "pl")
    door.stop_backend()
    assert "999" in door.say("opaque-Yes").json()[0]["text"]
    door.start_backend()
    assert door.wait_for_alert()["text"] == "yes"


@pytest.mark.parametrize("said", ["nie", "opaque-No", "yes, the boys are off school"])
def test_no_alarms_nobody_and_is_asked_for_again_in_the_talks_language(door: Product, said: str) -> None:
    asked_about_danger(door, "sk")
    door.stop_backend()
    answer = door.say(said)
    assert answer.status_code == 503
    assert answer.json()["error"]["message"] == WORDS["sk"]["problems"]["not_kept"]
    door.start_backend()
    assert door.backend.alerts == {}


def test_yes_to_another_question_alarms_nobody_while_the_backend_is_away(door: Product) -> None:
    door.rasa.says = [ASKED | {"custom": {"question": "assessment"}}]
    door.say("hello")
    door.stop_backend()
    assert door.say("yes").status_code == 503
    assert door.say("opaque-Yes").status_code == 503


def test_one_conversations_question_is_not_anothers(door: Product) -> None:
    asked_about_danger(door, "sk")
    door.stop_backend()
    assert door.post({"conversation": "c2", "text": "yes"}, token=TOKEN).status_code == 503


def test_what_is_kept_and_cannot_be_answered_says_so_in_the_talks_language(door: Product) -> None:
    asked_about_danger(door, "ro")
    door.stop_rasa()
    (reply,) = door.say("nu").json()
    assert reply["text"] == WORDS["ro"]["problems"]["kept"]


@pytest.mark.parametrize("code", YES)
def test_a_photo_or_voice_note_is_refused_kindly_in_the_talks_language(door: Product, code: str) -> None:
    asked_about_danger(door, code)
    heard = len(door.backend.messages)
    answer = door.post({"conversation": "c1", "attachments": [{"url": "http://x/voice.ogg"}]}, token=TOKEN)
    assert answer.status_code == 415
    assert answer.json()["error"]["message"] == WORDS[code]["problems"]["no_files"]
    assert len(door.backend.messages) == heard


def test_danger_written_beside_a_photo_is_answered(door: Product) -> None:
    sent = {"conversation": "c1", "photo": "aGVsbG8=", "caption": "he is going to kill me"}
    assert "999" in door.post(sent, token=TOKEN).json()[0]["text"]
    assert door.wait_for_alert()["level"] == "immediate"


@pytest.mark.parametrize("path", ["/chat", "/api/chat/messages"])
def test_a_file_is_refused_kindly_and_nothing_of_it_is_kept(door: Product, path: str) -> None:
    headers = {"Authorization": f"Bearer {TOKEN}"} if path.startswith("/api") else {}
    picture = {"photo": ("kitchen.png", bytes(range(256)) * 40, "image/png")}
    answer = httpx.post(
        door.url + path, files=picture, data={"text": "see this"}, headers=headers, cookies={"frontdoor": TOKEN}
    )
    assert answer.status_code == 415
    assert "voice notes" in answer.text
    assert "999" in answer.text
    assert door.backend.messages == []
    assert door.backend.alerts == {}


def test_who_is_afraid_at_home_is_told_how_to_write_safely_and_staff_are_not(door: Product) -> None:
    door.rasa.says = [{"recipient_id": "x", "text": "?"}]
    door.backend.audience = "family"
    door.backend.language = "cs"
    said = door.say("I am scared of him, he reads my phone").json()[0]["text"]
    assert "red button" in said
    assert WORDS["cs"]["urgent"]["at_home"] in said
    door.backend.audience, door.backend.language = "professional", None
    assert "red button" not in door.say("She is scared of him").json()[0]["text"]
