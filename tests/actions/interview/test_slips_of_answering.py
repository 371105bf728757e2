"""Answers that come twice, late, or in words that nobody thought of."""

from __future__ import annotations

import pytest

from nlu.reading import Consent, Reading
from tests.actions.interview.talk import Talk, agreed, begun

AGREED = "Yes, mum agreed, I asked her on 18 November at the school gate"


@pytest.mark.parametrize("again", [AGREED, "yes mum agreeed i asked her on 18 november at teh school gate."])
def test_an_answer_sent_twice_is_not_the_story_too(again: str) -> None:
    talk = agreed()
    given = Consent("given", by="mum", asked_by="speaker", date="2026-11-18", method="in person", words=again)
    assert talk.say(again, Reading(consent=given)) == "story"
    assert talk.tell("Tom has been excluded twice this term and mum lost her job.") == "household"
    assert {entry["code"] for entry in talk.content["indicators"]} >= {"fixed_term_exclusion"}


@pytest.mark.parametrize("text", ["Not at this moment.", "not now", "Not at present", "not today"])
def test_nobody_is_in_danger_now_in_any_words(text: str) -> None:
    talk = begun()
    assert talk.tell(text) == "consent"
    assert talk.content["danger"] == "no"


def _at_assessment() -> Talk:
    talk = agreed()
    told = ("Tom has been excluded twice this term.", "Ada Okoye, 36, mum. Tom Okoye, 14.", "7 Quill Row, TN13 1AA")
    for text in (*told, "Ring mum on 07700 900123", "the school", "no"):
        talk.tell(text)
    assert talk.asked == "assessment"
    return talk


@pytest.mark.parametrize("text", ["I don't think there is one, no", "i dont think so", "I not know", "i dont kno"])
def test_who_does_not_know_is_not_asked_twice(text: str) -> None:
    talk = _at_assessment()
    assert talk.tell(text) == "turnaround"
    assert talk.content["assessment_in_place"] is None


@pytest.mark.parametrize(
    "text",
    [
        "Mum said yes to me in school on 10 November 2026.",
        "Mother consented to me in person on 12/11/2026.",
        "Dad gave his agreement to me on the phone on 12 November 2026",
    ],
)
def test_who_was_told_yes_is_who_asked(text: str) -> None:
    talk = begun()
    talk.say("No")
    assert talk.tell(text) == "story"
    event = talk.content["consent"]["events"][0]
    assert (event["state"], event["asked_by"]) == ("given", "Pat Lee")
