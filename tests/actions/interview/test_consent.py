"""Consent: who agreed, who asked, when and how; and what stops the talk."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from actions.interview import consent
from nlu.reading import Consent, ConsentState, Reading
from tests.actions.interview.talk import SEVENOAKS, Talk, begun


def at_consent(audience: str = "professional") -> Talk:
    talk = begun("family", nominator={"kind": "family", "name": "Kelly"}) if audience == "family" else begun()
    assert talk.say("no") == "consent"
    return talk


def event(talk: Talk) -> dict[str, Any]:
    first: dict[str, Any] = talk.content["consent"]["events"][0]
    return first


@pytest.mark.parametrize(
    ("said", "by", "asked_by", "date", "method"),
    [
        ("Mum, I asked her on Tuesday by phone", "mum", "Pat Lee", "2026-11-17", "phone"),
        ("both parents, at a home visit yesterday, with me", "both parents", "Pat Lee", "2026-11-19", "in person"),
        ("Dad, asked by our school nurse on 3/11 in writing", "dad", "school nurse", "2026-11-03", "in writing"),
        ("The health visitor asked mum on 2 October, face to face", "mum", "health visitor", "2026-10-02", "in person"),
        ("her gran did, on 12 December 2025 by email", "gran", None, "2025-12-12", "e-mail"),
    ],
)
def test_what_is_missing_is_asked_for_once(said: str, by: str, asked_by: str | None, date: str, method: str) -> None:
    talk = at_consent()
    assert talk.say("yes") == "consent"
    assert talk.response == "utter_ask_consent_details"
    assert talk.say(said) == "story"
    found = event(talk)
    assert (found["by"], found["asked_by"], found["date"], found["method"]) == (by, asked_by, date, method)


def test_details_that_stay_unknown_stay_null() -> None:
    talk = at_consent()
    talk.say("yes")
    assert talk.say("I really could not tell you") == "story"
    assert event(talk)["state"] == "given"
    assert event(talk)["method"] is None


def test_whoever_writes_is_named() -> None:
    talk = at_consent()
    said = Consent("given", by="mum", asked_by="nominator", date="2026-11-18", method="phone")
    assert talk.say("Mum agreed when I rang her", Reading(consent=said)) == "story"
    assert event(talk)["asked_by"] == "Pat Lee"


def test_a_yes_with_a_but_is_not_yet_consent() -> None:
    assert at_consent().say("yes but dad has not been told") == "consent"


def test_one_parents_consent_is_that_parents() -> None:
    talk = at_consent()
    talk.say("Yes, dad agreed when I asked him face to face today")
    assert event(talk)["by"] == "dad"


@pytest.mark.parametrize(("state", "stop"), [("refused", "refused"), ("not_yet", "not_yet"), ("withdrawn", "refused")])
def test_without_consent_it_stops(state: ConsentState, stop: str) -> None:
    talk = at_consent()
    assert talk.say("…", Reading(consent=Consent(state))) == stop


def test_a_bare_no_may_mean_two_things_so_it_is_asked_again() -> None:
    talk = at_consent()
    assert talk.say("No") == "consent"
    assert talk.response == "utter_ask_consent"
    assert talk.press("refused") == "refused"


def test_consent_is_asked_again_twice_at_most() -> None:
    talk = at_consent()
    assert talk.say("they are a lovely family") == "consent"
    assert talk.say("they are a lovely family") == "consent"
    assert talk.say("they are a lovely family") == "not_yet"


def test_consent_that_becomes_clear_late_counts() -> None:
    talk = at_consent()
    for _ in range(2):
        talk.say("they are a lovely family")
    assert talk.press("given") == "consent"
    assert talk.response == "utter_ask_consent_details"


def states(talk: Talk) -> dict[str, str]:
    """What was said to each purpose, the newest counting."""
    return {event["purpose"]: event["state"] for event in talk.content["consent"]["events"]}


PURPOSES = ("nomination", "checks", "sharing")


@pytest.mark.parametrize(
    ("text", "refused"),
    [
        ("Mum Ada agreed on 18 November at home when I asked her to be nominated, but she does not want the police "
         "asked", {"checks"}),
        ("Mum Ada agreed on Monday at school, I asked her, but she said no to sharing with other services",
         {"sharing"}),
        ("Mum agreed to be nominated but not to the checks, asked by me yesterday by phone", {"checks"}),
        ("Ada agreed to everything, I asked her by phone yesterday", set()),
    ],
)  # fmt: skip
def test_a_no_to_one_purpose_is_kept_beside_the_yes(text: str, refused: set[str]) -> None:
    talk = begun(programme=replace(SEVENOAKS, purposes=PURPOSES))
    talk.say("No")
    assert talk.tell(text) == "story"
    assert talk.content["consent"]["state"] == "given"
    assert states(talk) == {code: "refused" if code in refused else "given" for code in PURPOSES}


def test_a_condition_about_a_person_refuses_no_purpose() -> None:
    talk = begun(programme=replace(SEVENOAKS, purposes=PURPOSES))
    talk.say("No")
    talk.tell("Mum agreed yesterday by phone when I asked, but she does not want it shared with her ex")
    assert set(states(talk).values()) == {"given"}


def test_one_parents_no_stays_beside_the_others_yes() -> None:
    talk = begun()
    talk.say("No")
    talk.tell("Mum said no but dad Paul agreed, I asked them yesterday at home")
    assert talk.asked == "story"
    consent = talk.content["consent"]
    assert consent["state"] == "given"
    said = {(event["by"], event["state"]) for event in consent["events"]}
    assert said == {("mum", "refused"), ("Paul", "given")}
    assert set(states(talk).values()) == {"given"}


@pytest.mark.parametrize("text", ["no", "not sure", "she wasn't sure", "skip", "I don't want to answer this"])
def test_no_clear_yes_is_asked_about_once_and_then_not_yet(text: str) -> None:
    talk = begun()
    talk.say("No")
    assert talk.tell(text) == "consent"
    assert talk.tell(text) == "not_yet"


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("Mum doesn't want to be put forward", "mum"),
        ("Ada declined", "Ada"),
        ("Her gran said no", "gran"),
        ("Mum would rather not", "mum"),
        ("she declined", None),
    ],
)
def test_a_refusal_by_whoever_it_was_is_heard_at_once(text: str, by: str | None) -> None:
    talk = begun()
    talk.say("No")
    assert talk.tell(text) == "refused"
    assert talk.content["consent"]["events"][0]["by"] == by


def test_a_yes_told_before_it_was_asked_is_heard_with_its_name() -> None:
    talk = Talk()
    talk.tell("I want to nominate a family. Ada said yes when I asked her on the phone yesterday. Tom is excluded.")
    assert talk.tell("No") == "story"
    assert event(talk) | {"purpose": None, "wording_version": None} == {
        "purpose": None,
        "state": "given",
        "by": "Ada",
        "asked_by": "Pat Lee",
        "date": "2026-11-19",
        "method": "phone",
        "wording_version": None,
    }


@pytest.mark.parametrize("text", ["Mrs Lee agreed to see the GP about this", "Tom said yes when I asked if he smokes"])
def test_a_yes_to_something_else_is_no_consent(text: str) -> None:
    talk = Talk()
    talk.tell(text)
    assert talk.tell("No") == "consent"


def test_a_family_agrees_for_itself() -> None:
    talk = at_consent("family")
    assert talk.say("yes I agree") == "story"
    assert "consent" in talk.content["answered"]
    assert event(talk) | {"purpose": None} == {
        "purpose": None,
        "state": "given",
        "by": "Kelly",
        "asked_by": None,
        "date": "2026-11-20",
        "method": "chat",
        "wording_version": "sevenoaks-1",
    }


def test_a_family_that_says_no_is_not_asked_twice() -> None:
    assert at_consent("family").say("no") == "refused"


def test_a_refusal_in_passing_never_stops_the_talk_by_itself() -> None:
    talk = begun()
    talk.say("no, but mum refused to see the doctor", Reading(consent=Consent("refused", by="mum")))
    assert talk.asked == "consent"
    assert talk.content["consent"]["state"] is None


def test_taking_consent_back_later_asks_again() -> None:
    talk = at_consent()
    talk.say("Yes, dad agreed when I asked him face to face today")
    assert talk.asked == "story"
    assert (
        talk.say("Sorry, he has not been asked yet", Reading(consent=Consent("not_yet"), correction=True)) == "consent"
    )


def test_a_child_under_16_is_handed_to_a_person() -> None:
    talk = begun("family", nominator={"kind": "family", "name": "Jo"})
    assert talk.say("No. I'm 15 and I want help for us") == "under_16"
    assert talk.draft.own_age_by == 2
    assert talk.say("hello?") == "under_16"


def test_ages_of_others_do_not_make_the_speaker_a_child() -> None:
    talk = begun("family", nominator={"kind": "family", "name": "Jo"})
    assert talk.say("No, I am 15 minutes away and my son is 12") == "consent"


@pytest.mark.parametrize(
    ("said", "by", "asked_by", "date", "method"),
    [
        ("Mr Hussain gave verbal consent, I rang him on 3 November", "Mr Hussain", "Pat Lee", "2026-11-03", "phone"),
        ("I met Mrs Okafor at school yesterday and she agreed", "Mrs Okafor", "Pat Lee", "2026-11-19", "in person"),
        ("Dana Cole has agreed. I asked her on 12 November by email", "Dana Cole", "Pat Lee", "2026-11-12", "e-mail"),
        ("Yes, I rang on 3 November and consent was given by Mr Khan", "Mr Khan", "Pat Lee", "2026-11-03", "phone"),
    ],
)
def test_who_agreed_is_who_is_said_to_have(said: str, by: str, asked_by: str, date: str, method: str) -> None:
    talk = at_consent()
    assert talk.tell(said) == "story"
    found = event(talk)
    assert (found["by"], found["asked_by"], found["date"], found["method"]) == (by, asked_by, date, method)


def test_who_agreed_is_never_the_one_who_writes() -> None:
    talk = at_consent()
    assert talk.tell("I have verbal consent, I rang on 3 November") == "consent"
    assert talk.response == "utter_ask_consent_details"
    assert event(talk)["by"] is None
    assert talk.tell("She signed it herself") == "consent"
    assert talk.tell("She signed it herself") == "story"
    assert event(talk)["by"] is None


def test_a_name_alone_says_who_agreed() -> None:
    talk = at_consent()
    talk.tell("Yes they agreed on 3 November, I rang them")
    talk.tell("Mr Hussain")
    assert event(talk)["by"] == "Mr Hussain"


@pytest.mark.parametrize(
    ("said", "missing"),
    [
        ("Yes. Ms Amadi consented in person on 10 November 2026.", ("asked_by",)),
        ("Yes, mum agreed when I asked her at school", ("date",)),
        ("Mrs Cole gave me her consent on 10 November", ("method",)),
        ("she gave me her consent in writing at my visit on 13 November", ("by",)),
        ("Yes, agreed", ("by", "asked_by", "date", "method")),
    ],
)
def test_what_was_told_of_an_agreement_is_not_missing(said: str, missing: tuple[str, ...]) -> None:
    talk = begun()
    talk.say("No")
    assert talk.tell(said) == "consent"
    assert talk.response == "utter_ask_consent_details"
    assert consent.missing(talk.draft.consent) == missing


@pytest.mark.parametrize(
    ("said", "asker"),
    [("I did", "Pat Lee"), ("the school nurse did", "the school nurse"), ("It was Mrs Obi.", "Mrs Obi")],
)
def test_a_few_words_say_who_asked_where_only_that_was_missing(said: str, asker: str) -> None:
    talk = begun()
    talk.say("No")
    talk.tell("Yes. Ms Amadi consented in person on 10 November 2026.")
    assert talk.tell(said) == "story"
    assert talk.draft.consent.asked_by == asker
    assert talk.draft.consent.by == "Ms Amadi"


def test_both_signed_is_an_agreement_with_all_its_parts() -> None:
    talk = begun()
    talk.say("No")
    assert talk.tell("I went through the form with both parents at home on 5 November 2026 and both signed") == "story"
    assert consent.missing(talk.draft.consent) == ()


@pytest.mark.parametrize("said", ["She gave him a lift to school", "They signed off early", "He gave up his job"])
def test_who_gave_something_else_has_not_agreed(said: str) -> None:
    talk = begun()
    talk.say("No")
    talk.tell(said)
    assert talk.draft.consent.state is None


@pytest.mark.parametrize("said", ["Dad agreed to it", "yes he did agree", "He signed the form"])
def test_the_same_words_again_leave_no_part_of_a_consent_empty(said: str) -> None:
    talk = at_consent()
    talk.tell("Dad agreed to it by signing the form")
    assert talk.response == "utter_ask_consent_details"
    wanted = consent.missing(talk.draft.consent)

    assert talk.tell(said) == "consent"

    assert talk.response == "utter_ask_consent_details"
    assert talk.tell("I asked him on 18 November") == "story"
    assert set(consent.missing(talk.draft.consent)) < set(wanted)


@pytest.mark.parametrize("said", ["not sure", "I don't know, a colleague did it", "no idea"])
def test_who_does_not_know_the_details_is_not_asked_for_them_again(said: str) -> None:
    talk = at_consent()
    talk.tell("Dad agreed to it")
    assert talk.response == "utter_ask_consent_details"
    assert talk.tell(said) == "story"


def test_details_that_nobody_gives_are_named_twice_and_no_more() -> None:
    talk = at_consent()
    talk.tell("Dad agreed to it")
    assert talk.tell("He agreed") == "consent"
    assert talk.tell("As I said, he agreed") == "story"
