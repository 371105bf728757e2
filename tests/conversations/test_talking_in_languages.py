"""A family chooses its language and is then spoken to in it, buttons and all, until it goes back to English."""

from __future__ import annotations

import uuid

import pytest

from backend.threads.languages import languages
from tests.conversations.families import COORDINATOR, FAMILY, NOMINATOR
from tests.system import FrontDoor, Reply, Talk, text_of

pytestmark = pytest.mark.system

CHOSEN = {"sk": "po slovensky, prosím", "cs": "Chci psát česky", "pl": "mówię po polsku", "ro": "Vorbesc română"}
YES = {"sk": "áno", "cs": "ano", "pl": "tak", "ro": "da"}
NO = {"sk": "nie", "cs": "ne", "pl": "nie", "ro": "nu"}
PERSON = {
    "sk": "chcem hovoriť s človekom",
    "cs": "chci mluvit s člověkem",
    "pl": "chcę rozmawiać z człowiekiem",
    "ro": "vreau să vorbesc cu un om",
}
STOP = {"sk": "skončiť", "cs": "skončit", "pl": "skończyć", "ro": "opriți"}
POLISH = {
    "danger": "nie",
    "consent": "tak, zgadzam się",
    "story": "Syn nie chodzi do szkoły od dwóch miesięcy, a my nie mamy pieniędzy na czynsz.",
    "household": "Mama Anna Nowak 40 lat i syn Adam 14 lat",
    "address": "12 High Street, Rotherham S60 1AA",
    "contact": "07700 900123, proszę dzwonić rano",
    "agencies": "szkoła",
    "assessment": "nie",
    "lead_professional": "nie wiem",
    "clarify": "tak",
    "summary": "tak",
}


def begun(door: FrontDoor, code: str) -> tuple[Talk, list[Reply]]:
    """A family's talk in a language, at the question about danger."""
    talk = door.account(FAMILY).talk("rotherham")
    return talk, talk.say(CHOSEN[code])


def titles(replies: list[Reply]) -> list[str]:
    return [button["title"] for reply in replies for button in reply.get("buttons", ())]


@pytest.mark.parametrize("code", sorted(CHOSEN))
def test_a_language_is_chosen_in_words_and_the_talk_is_held_in_it(door: FrontDoor, code: str) -> None:
    words = languages()[code]
    talk, replies = begun(door, code)
    assert words.said["utter_ask_danger"] in text_of(replies)
    assert replies[-1]["custom"]["language"] == code
    assert {words.button("Yes"), words.button("No"), "English"} <= set(titles(replies))
    consent = talk.press(replies, words.button("No"))
    assert talk.question == "consent"
    assert words.said["utter_ask_consent"].splitlines()[0] in text_of(consent)
    assert "We may ask" not in text_of(consent)
    assert consent[-1]["custom"]["wording"] == {"about": "consent", "reviewed": False}
    assert words.about["unreviewed"] in text_of(consent)
    back = talk.say("English please")
    assert "Are you happy for us to write down" in text_of(back)
    assert "language" not in back[-1]["custom"]


@pytest.mark.parametrize("code", sorted(YES))
def test_yes_to_danger_alarms_and_is_answered_in_both_languages(door: FrontDoor, code: str) -> None:
    talk, _ = begun(door, code)
    replies = talk.say(YES[code])
    assert talk.outcome == "escalated_danger"
    assert languages()[code].said["utter_danger_yes"].splitlines()[0] in text_of(replies)
    assert "Please get safe first" in text_of(replies)
    assert "999" in text_of(replies)


@pytest.mark.parametrize("code", ["sk", "cs", "pl"])
def test_a_bare_no_which_may_be_a_yes_there_is_asked_about_again(door: FrontDoor, code: str) -> None:
    talk, _ = begun(door, code)
    replies = talk.say("No")
    assert talk.question == "danger"
    assert languages()[code].said["utter_not_understood"] in text_of(replies)
    talk.say(NO[code])
    assert talk.question == "consent"


@pytest.mark.parametrize("code", sorted(PERSON))
def test_a_person_and_the_end_can_be_asked_for(door: FrontDoor, code: str) -> None:
    talk, _ = begun(door, code)
    stopping = talk.say(STOP[code])
    assert languages()[code].said["utter_confirm_withdraw"] in text_of(stopping)
    talk.press(stopping, languages()[code].button("No, carry on"))
    assert talk.question == "danger"
    replies = talk.say(PERSON[code])
    assert languages()[code].said["utter_handed_over"].split(".")[0] in text_of(replies)


def test_who_writes_in_another_language_is_offered_it(door: FrontDoor) -> None:
    talk = door.account(FAMILY).talk("rotherham")
    replies = talk.say("Dobrý deň, potrebujem pomoc pre svoju rodinu")
    assert languages()["sk"].about["offer"] in text_of(replies)
    assert "Is anyone in the family in danger right now?" in text_of(replies)
    chosen = talk.press(replies, "Po slovensky")
    assert languages()["sk"].said["utter_ask_danger"] in text_of(chosen)
    assert talk.question == "danger"


def test_every_language_can_be_pressed_at_the_beginning(door: FrontDoor) -> None:
    talk = door.account(FAMILY).talk("rotherham")
    replies = talk.say("I need help for my family")
    assert {"Po slovensky", "Česky", "Po polsku", "În română"} <= set(titles(replies))
    assert "Je někdo" in text_of(talk.press(replies, "Česky")) or talk.question == "danger"


def test_professionals_stay_in_english(door: FrontDoor) -> None:
    talk = door.account(NOMINATOR).talk("rotherham")
    replies = talk.say("po polsku")
    assert "Is anyone in the family in danger right now?" in text_of(replies)
    assert "Po polsku" not in titles(replies)


def test_a_whole_talk_in_polish_reaches_the_coordinator_with_what_is_not_certain(door: FrontDoor) -> None:
    talk, _ = begun(door, "pl")
    said = []
    for _ in range(30):
        if talk.outcome:
            break
        assert talk.question, "\n".join(talk.transcript)
        said.append(text_of(talk.say(POLISH[talk.question])))
    assert talk.outcome == "submitted", "\n".join(talk.transcript)
    assert any("Anna Nowak (mama, wiek 40); Adam (syn, wiek 14)" in text for text in said)
    assert "Dziękujemy za prośbę o pomoc" in said[-1]
    coordinator = door.account(COORDINATOR)
    record = coordinator.get(f"/api/nominations/{talk.reference}").json()
    assert [(one["name"], one["age"], one["relation"]) for one in record["people"]] == [
        ("Anna Nowak", 40, "mum"),
        ("Adam", 14, "son"),
    ]
    assert POLISH["story"] in record["story"]
    assert (record["talk_in"], record["interpreter"], record["language"]) == ("pl", "Polish", "Polish")
    assert {event["wording_version"] for event in record["consent"]["events"]} == {"rotherham-2013-1+pl-unreviewed"}
    read = [each for each in record["indicators"] if each["words"] in POLISH["story"]]
    assert all(each["status"] == "uncertain" for each in read)
    rows = coordinator.get("/api/nominations?programme=rotherham").json()["nominations"]
    assert {row["reference"]: row["interpreter"] for row in rows}[talk.reference] == "Polish"


def test_what_is_read_in_another_language_is_asked_about_and_never_certain(door: FrontDoor) -> None:
    talk = door.account(FAMILY).talk("rotherham")
    mark = uuid.uuid4().hex[:8]
    for text in ("I need help", "no", "yes"):
        talk.say(text)
    assert talk.question == "story"
    told = f"Mąż ma depression i ADHD, rent arrears już trzy miesiące, dzieci nie chodzą do szkoły {mark}"
    replies = talk.say(told)
    items = [item for reply in replies for item in reply.get("custom", {}).get("understood", ())]
    assert all(item["status"] == "uncertain" for item in items)
