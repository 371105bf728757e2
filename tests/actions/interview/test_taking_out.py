"""What was understood is taken out, by a touch or by words, and put back; out is not the same as no."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import pytest

from actions.interview import Press
from actions.interview.items import item_of
from actions.interview.thread import Json
from nlu.reading import Mention, Reading, Safety, Status
from tests.actions.interview.talk import Talk, agreed

EXCLUDED = "Kit has been excluded twice."
STONES = "The PCSO came because Kit throws stones at cars."
DRINKS = "Dad drinks too much."
STORY = f"{EXCLUDED} {STONES} {DRINKS}"
FACTS = {
    "excluded": ("fixed_term_exclusion", "education"),
    "attendance": ("persistent_absence", "education"),
    "throws stones": ("antisocial_behaviour", "crime_asb"),
    "antisocial behaviour": ("antisocial_behaviour", "crime_asb"),
    "drinks": ("parent_substance_misuse", "substance_misuse"),
    "drinking": ("parent_substance_misuse", "substance_misuse"),
    "rent": ("rent_arrears", "housing"),
    "works": ("nobody_working", "worklessness"),
    "to work": ("nobody_working", "worklessness"),
}
"""Words, and the fact and need that they are read as here, whatever the reader in use makes of them."""


def read(text: str, status: Status = "asserted", **more: Any) -> Reading:
    """A reading with each of the facts whose words occur; drinking is the nearest mum's or dad's before it."""
    found = [
        Mention(code, need, status, words, at.start(), at.end(), person=_whose(text[: at.start()], code))
        for words, (code, need) in FACTS.items()
        for at in re.finditer(words, text, re.IGNORECASE)
    ]
    return Reading(mentions=tuple(sorted(found, key=lambda mention: mention.start)), **more)


def _whose(before: str, code: str) -> str | None:
    named = re.findall(r"\b(mum|dad)\b", before.casefold())
    return named[-1] if named and code == "parent_substance_misuse" else None


def tells(talk: Talk, text: str, status: Status = "asserted", **more: Any) -> str:
    """Say something with these facts in it; the question that is asked next."""
    return talk.say(text, read(text, status, **more))


@pytest.fixture
def talk() -> Talk:
    """A talk in which the story was told, up to the household."""
    told = agreed()
    assert tells(told, STORY) == "household"
    assert codes(told) == {"fixed_term_exclusion", "antisocial_behaviour", "parent_substance_misuse"}
    return told


def codes(talk: Talk, *statuses: str) -> set[str]:
    return {
        entry["code"]
        for entry in talk.content["indicators"]
        if entry["status"] in (statuses or ("asserted", "uncertain"))
    }


def entry(talk: Talk, code: str) -> Json:
    return next(entry for entry in talk.content["indicators"] if entry["code"] == code)


def touch(talk: Talk, how: str, item: str) -> str:
    """Press an item's button; the question that is asked next."""
    talk.press(f"{how}:{item}", "Take out: …")
    talk.messages[-1] = replace(talk.messages[-1], press=Press("item", f"{how}:{item}"))
    return talk.asked


def did(talk: Talk) -> tuple[str, list[str]]:
    touched = talk.draft.touched[len(talk.messages)]
    return touched.how, [entry["code"] for entry in touched.entries]


def test_a_touch_takes_one_item_out_and_asks_the_open_question_again(talk: Talk) -> None:
    before = talk.content
    assert touch(talk, "out", item_of(entry(talk, "fixed_term_exclusion"))) == "household"
    assert did(talk) == ("out", ["fixed_term_exclusion"])
    after = talk.content
    assert after["indicators"] == [each for each in before["indicators"] if each["code"] != "fixed_term_exclusion"]
    assert after | {"indicators": []} == before | {"indicators": []}, "nothing else changes, the story least of all"


def test_out_is_no_denial(talk: Talk) -> None:
    touch(talk, "out", item_of(entry(talk, "antisocial_behaviour")))
    assert [each for each in talk.content["indicators"] if each["code"] in ("antisocial_behaviour", "crime_asb")] == []


def test_what_was_taken_out_can_be_put_back_as_it_was(talk: Talk) -> None:
    before = talk.content["indicators"]
    item = item_of(entry(talk, "antisocial_behaviour"))
    touch(talk, "out", item)
    assert touch(talk, "back", item) == "household"
    assert did(talk) == ("back", ["antisocial_behaviour"])
    assert sorted(talk.content["indicators"], key=str) == sorted(before, key=str)


def test_going_back_undoes_it(talk: Talk) -> None:
    before = talk.content
    touch(talk, "out", item_of(entry(talk, "antisocial_behaviour")))
    talk.undo(len(talk.messages))
    assert talk.content == before


def test_what_is_not_there_any_more_is_not_taken_out_twice(talk: Talk) -> None:
    item = item_of(entry(talk, "antisocial_behaviour"))
    touch(talk, "out", item)
    touch(talk, "out", item)
    assert did(talk) == ("gone", [])
    touch(talk, "back", item)
    touch(talk, "back", item)
    assert did(talk) == ("gone", [])
    assert "antisocial_behaviour" in codes(talk)


@pytest.mark.parametrize("again", [STORY, STONES, f"So: {EXCLUDED} {STONES.upper()}", f"As I said before, {STONES}"])
def test_it_stays_out_when_the_story_is_told_again(talk: Talk, again: str) -> None:
    touch(talk, "out", item_of(entry(talk, "antisocial_behaviour")))
    tells(talk, again)
    assert "antisocial_behaviour" not in codes(talk)


def test_it_comes_back_when_somebody_says_it_anew(talk: Talk) -> None:
    touch(talk, "out", item_of(entry(talk, "antisocial_behaviour")))
    tells(talk, "Neighbours have complained about antisocial behaviour by Kit since Friday.")
    assert "antisocial_behaviour" in codes(talk)


@pytest.mark.parametrize(
    ("said", "gone"),
    [
        ("take out the police bit", "antisocial_behaviour"),
        ("Please take the bit about the stones out", "antisocial_behaviour"),
        ("can you remove the thing about dad's drinking?", "parent_substance_misuse"),
        ("leave out the exclusion", "fixed_term_exclusion"),
        ("No, delete the exclusions please", "fixed_term_exclusion"),
        ("The drinking should not be in there", "parent_substance_misuse"),
        ("forget about the bit with the stones", "antisocial_behaviour"),
    ],
)
def test_words_take_out_what_they_name(talk: Talk, said: str, gone: str) -> None:
    before, story = codes(talk), talk.content["story"]
    assert tells(talk, said) == "household"
    assert did(talk) == ("out", [gone])
    assert codes(talk) == before - {gone}
    assert codes(talk, "negated") == set()
    assert talk.content["story"] == story


def test_words_that_name_nothing_are_asked_about(talk: Talk) -> None:
    before = codes(talk)
    assert talk.tell("take that bit out") == "household"
    assert did(talk) == ("which", [])
    assert codes(talk) == before
    assert talk.tell("the stones") == "household"
    assert codes(talk) == before - {"antisocial_behaviour"}


def test_whatever_else_is_said_then_is_heard_as_ever(talk: Talk) -> None:
    talk.tell("take that bit out")
    assert talk.tell("Mum Ada Okoye is 36 and Kit Okoye is 14.") == "address"


def test_the_only_thing_told_last_needs_no_name(talk: Talk) -> None:
    tells(talk, "They are behind with the rent.")
    talk.tell("Take that out please")
    assert did(talk) == ("out", ["rent_arrears"])


def test_what_else_the_message_tells_is_heard(talk: Talk) -> None:
    tells(talk, "take out the police bit, and they have rent arrears")
    assert "antisocial_behaviour" not in codes(talk)
    assert "rent_arrears" in codes(talk)


def test_of_two_people_the_one_who_is_named_is_meant() -> None:
    talk = agreed()
    tells(talk, "Mum drinks every day. Dad drinks every day.")
    assert len(talk.content["indicators"]) == 2
    tells(talk, "take out the bit about dad drinking")
    assert [each["person"] for each in talk.content["indicators"]] == ["mum"]


@pytest.mark.parametrize("said", ["delete everything", "remove my data", "take him out of there", "leave me alone"])
def test_other_wishes_are_not_mistaken_for_it(talk: Talk, said: str) -> None:
    before = codes(talk)
    talk.say(said)
    assert len(talk.messages) not in talk.draft.touched
    assert codes(talk) == before


@pytest.mark.parametrize(
    "said", ["no, he wasn't excluded", "That's not true, he has never been excluded", "Kit wasn't excluded"]
)
def test_a_no_to_what_was_understood_denies_that_alone(talk: Talk, said: str) -> None:
    tells(talk, "His attendance is 62% this term.")
    before = codes(talk)
    assert "persistent_absence" in before
    assert tells(talk, said, "negated", answer="no") == "household"
    assert codes(talk) == before - {"fixed_term_exclusion"}
    assert codes(talk, "negated") == {"fixed_term_exclusion"}
    assert talk.draft.corrected_by == len(talk.messages)


def test_a_no_to_what_was_understood_answers_no_other_question() -> None:
    talk = agreed()
    tells(talk, STORY)
    talk.tell("Mum is Ada Okoye, 36. Kit Okoye is 14.")
    talk.tell("14 Mill Road, Sevenoaks TN13 1AB")
    talk.tell("07700 900123, before three")
    assert talk.tell("police and school") == "lead_professional"
    assert tells(talk, "no, he wasn't excluded", "negated", answer="no") == "lead_professional"
    assert talk.content["lead_professional"] is None


def test_what_is_hoped_for_denies_nothing() -> None:
    talk = agreed()
    tells(talk, "Nobody at home works.")
    for said in (
        "Mum is Ada Okoye, 36. Kit Okoye is 14.",
        "14 Mill Road, Sevenoaks TN13 1AB",
        "07700 900123, before three",
        "school",
        "no",
    ):
        talk.tell(said)
    assert talk.tell("no") == "turnaround"
    before = codes(talk)
    assert tells(talk, "mum wants to work again", "negated") == "turnaround"
    assert codes(talk) >= before
    assert talk.content["hopes"] == "mum wants to work again"


def test_at_the_summary_an_item_is_taken_out_and_the_rest_summed_up_again() -> None:
    talk = agreed()
    tells(talk, STORY)
    talk.tell("Mum is Ada Okoye, 36. Kit Okoye is 14.")
    for said in (
        "14 Mill Road, Sevenoaks TN13 1AB",
        "07700 900123, before three",
        "school",
        "no",
        "no",
        "calm",
        "likely",
    ):
        talk.tell(said)
    assert talk.tell("English") == "summary"
    talk.press("change")
    assert talk.response == "utter_ask_change"
    assert talk.tell("take out the police bit") == "summary"
    assert talk.response == "utter_ask_summary"
    assert did(talk) == ("out", ["antisocial_behaviour"])
    assert "clarify:crime_asb" in talk.content["answered"], "who took it out is not asked about it at once"


def test_a_worry_is_kept_whatever_is_taken_out() -> None:
    talk = agreed()
    tells(talk, "Mum is scared of dad when he drinks.", safety=Safety("urgent", ("fear",)))
    for each in list(talk.content["indicators"]):
        touch(talk, "out", item_of(each))
    assert talk.content["indicators"] == []
    assert talk.content["safety"] == "urgent"


def test_danger_is_never_taken_for_a_wish_to_take_something_out(talk: Talk) -> None:
    tells(talk, "Take out the police bit, he is hitting her right now", safety=Safety("immediate", ("assault",)))
    assert len(talk.messages) not in talk.draft.touched
    assert talk.content["safety"] == "immediate"


def test_offsets_are_of_the_message_as_it_was_written() -> None:
    talk = agreed()
    text = "  \n" + STORY
    tells(talk, text)
    (part,) = talk.content["story_parts"]
    for each in talk.content["indicators"]:
        assert text[each["start"] : each["end"]] == each["words"]
        shift = part["start"] - part["from"]
        assert talk.content["story"][each["start"] + shift : each["end"] + shift] == each["words"]
        assert each["message"] == part["message"] == len(talk.messages)
