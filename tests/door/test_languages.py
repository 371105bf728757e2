"""Danger told in another language is answered in it; what nobody here can read is answered at once and looked at."""

from __future__ import annotations

import httpx
import pytest

from bot.door.emergency import EmergencyNumbers
from bot.door.safety import SafetyReplies
from bot.door.wording import LANGUAGES, Wording
from nlu.written.read import Written
from tests.door.conftest import HUB, OTHER_HUB
from tests.door.stubs import Product

SLOVAK = "muz chce ma zabit je pri dverach"
CZECH = "dcera se boi se ho protoze ji vzal telefon"
TIGRINYA = "በጃኹም ሓግዙኒ፡ ሰብኣየይ ይወቕዓኒ ኣሎ"
UKRAINIAN = "в нього ніж, він стоїть під дверима"
GIBBERISH = "dhgfk sjdhf lkjsh dfkjh sdlkfjh sldkfj"


def test_slovak_danger_is_answered_in_slovak_and_in_english(door: Product) -> None:
    (reply,) = door.say(SLOVAK, programme="here").json()
    assert "Ak je niekto teraz v nebezpečenstve, volajte 999" in reply["text"].splitlines()[0]
    assert "police" in reply["text"]
    assert "If someone is in danger now, ring 999" in reply["text"]
    assert reply["text"].count(HUB) == 2
    assert OTHER_HUB not in reply["text"]
    assert reply["custom"]["outcome"] == "escalated_danger"
    assert door.wait_for_alert()["level"] == "immediate"


def test_urgent_in_czech_is_answered_in_both_and_the_talk_goes_on(door: Product) -> None:
    first, second = door.say(CZECH).json()
    assert "volejte 999" in first["text"].splitlines()[0]
    assert "ring 999" in first["text"]
    assert second["text"] == "What is going on?"


def test_tigrinya_is_answered_in_five_lines_and_a_person_is_alerted(door: Product) -> None:
    first, second = door.say(TIGRINYA, programme="here").json()
    lines = first["text"].splitlines()[:5]
    assert all("999" in line for line in lines)
    words = ("nebezpečenstve", "nebezpečí", "niebezpieczeństwie", "pericol", "danger")
    assert all(word in line for word, line in zip(words, lines, strict=True))
    assert "A person will look at what you wrote." in lines[-1]
    assert HUB in first["text"]
    assert second["text"] == "What is going on?"
    alert = door.wait_for_alert()
    assert (alert["level"], alert["reasons"], alert["text"]) == ("urgent", ["unread"], TIGRINYA)


def test_a_language_that_is_guessed_is_answered_in_it_and_in_english(door: Product) -> None:
    lines = door.say(UKRAINIAN).json()[0]["text"].splitlines()
    assert "дзвоніть 999" in lines[0]
    assert "ring 999" in lines[1]
    assert lines[2] == ""


@pytest.mark.parametrize("gone", ["backend", "rasa"])
def test_what_cannot_be_read_is_answered_and_passed_on_with_the_others_away(door: Product, gone: str) -> None:
    door.stop_backend() if gone == "backend" else door.stop_rasa()
    text = door.say(TIGRINYA, programme="here").json()[0]["text"]
    assert text.count("999") >= 5
    assert HUB in text
    if gone == "backend":
        assert len(list(door.settings.spool.glob("*.sealed"))) == 1
        door.start_backend()
    assert door.wait_for_alert()["reasons"] == ["unread"]


def test_signed_out_and_on_the_public_page_it_is_the_same(door: Product) -> None:
    assert door.post({"conversation": "c1", "text": GIBBERISH}).json()[0]["text"].count("999") >= 5
    page = httpx.post(f"{door.url}/danger", data={"text": TIGRINYA})
    assert "volajte 999" in page.text
    assert {alert["source"] for alert in door.backend.alerts.values()} == {"message", "public-page"}


@pytest.mark.parametrize(
    "text",
    [
        "Ahoj, volam sa Jana",
        "Dobrý deň, syn chodí do školy a má sa dobre",
        "aye she's nae bother, the wee yin's greetin for her da",
        "cnt tlk hes dwnstrs",
        "Att 78%, 2 FTEs, nil DV, PEX review w/ EWO",
        "Oluwaseun Adebayo 34, Ifeoluwa 6, Temitope 3",
        "TN13 1AB",
    ],
)
def test_ordinary_messages_alarm_nobody(door: Product, text: str) -> None:
    assert [reply["text"] for reply in door.say(text).json()] == ["What is going on?"]
    assert door.backend.alerts == {}


def test_a_file_sent_as_a_message_is_no_language(door: Product) -> None:
    picture = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40
    answer = httpx.post(f"{door.url}/chat", files={"photo": ("a.png", picture, "image/png")})
    assert answer.status_code >= 400
    assert door.backend.alerts == {}


def test_every_language_names_999_and_promises_only_what_was_passed_on() -> None:
    wording = Wording.load()
    replies = SafetyReplies(wording, EmergencyNumbers({}))
    assert {file.stem for file in LANGUAGES.glob("*.yml")} == set(wording.languages) >= set(wording.unread_in)
    for code, language in wording.languages.items():
        guessed = Written("unread", code)
        taken = replies.reply("urgent", None, passed_on=True, written=guessed)["text"]
        lost = replies.reply("urgent", None, passed_on=False, written=guessed)["text"]
        assert "999" in taken.splitlines()[0]
        assert language.unread.looked_at in taken
        assert language.unread.looked_at not in lost
        assert language.unread.not_passed_on in lost


@pytest.mark.parametrize("level", ["immediate", "urgent"])
def test_each_language_that_is_read_says_all_that_english_says(level: str) -> None:
    wording = Wording.load()
    for code in wording.unread_in:
        said = getattr(wording.languages[code], level)
        assert "999" in said.first
        assert "police" in said.say
        assert "ambulance" in said.say
        assert "55" in said.quiet
        assert all([said.numbers, said.passed_on, said.not_passed_on])
