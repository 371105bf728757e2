"""Asking about what is unclear: in the channel it came from, with the answer beside the point when it comes."""

from __future__ import annotations

from typing import Any

import pytest

from backend.nominations.asking import proposed_words
from backend.programmes import load_programme, load_programmes
from tests.backend.threads.talking import CONTENT, Talk, signed_in

EXCLUDED, NOBODY_WORKS = CONTENT["indicators"]
PERHAPS = {"code": "antisocial_behaviour", "status": "uncertain", "words": "maybe the noise", "said_by": "professional"}


def asked(origin: str, reference: str, version: int, *about: str, words: str = "Were the police ever called?") -> None:
    body = {"kind": "ask", "reason": words, "about": list(about), "version": version}
    signed_in(origin, "coordinator").post(f"/api/nominations/{reference}/decisions", json=body).raise_for_status()


def unclear(origin: str, reference: str) -> dict[str, dict[str, Any]]:
    seen = signed_in(origin, "coordinator").get(f"/api/nominations/{reference}").raise_for_status().json()
    return {point["code"]: point for point in seen["unclear"]}


def answered(talk: Talk, text: str, *indicators: dict[str, Any]) -> None:
    n = talk.hear(text)["message"]
    told = [indicator | {"message": n} for indicator in indicators]
    talk.post(f"/internal/threads/{talk.thread}/additions", {"message": n, "indicators": told})


def nominated(origin: str, *indicators: dict[str, Any], **more: Any) -> tuple[Talk, str]:
    talk = Talk(origin, **more)
    return talk, talk.nominated(CONTENT | {"indicators": list(indicators)})


def test_what_the_verdict_waits_for_and_what_is_not_certain_is_unclear(origin: str) -> None:
    _, reference = nominated(origin, EXCLUDED, PERHAPS)
    assert {code: point["why"] for code, point in unclear(origin, reference).items()} == {
        "crime_asb": "uncertain",
        "worklessness": "waits",
    }
    _, enough = nominated(origin, EXCLUDED, NOBODY_WORKS)
    assert unclear(origin, enough) == {}


def test_a_question_waits_and_its_answer_stands_by_its_point(origin: str) -> None:
    talk, reference = nominated(origin, EXCLUDED)
    asked(origin, reference, 1, "crime_asb", words="Were the police ever called to the home?")
    point = unclear(origin, reference)["crime_asb"]
    assert point["waits"]
    assert point["words"] == "Were the police ever called to the home?"
    assert unclear(origin, reference)["worklessness"]["asked_at"] is None
    answered(talk, "No, never.", {"code": "crime_asb", "status": "negated", "said_by": "professional"})
    point = unclear(origin, reference)["crime_asb"]
    assert [answer["text"] for answer in point["answers"]] == ["No, never."]
    assert (point["waits"], point["why"]) == (False, None)


def test_a_second_question_after_an_answer_has_an_answer_of_its_own(origin: str) -> None:
    talk, reference = nominated(origin, EXCLUDED)
    asked(origin, reference, 1, "crime_asb")
    answered(talk, "I have to look that up.")
    asked(origin, reference, 3, "worklessness", words="Does anybody work?")
    answered(talk, "Mum lost her job.")
    points = unclear(origin, reference)
    assert [answer["text"] for answer in points["crime_asb"]["answers"]] == ["I have to look that up."]
    assert [answer["text"] for answer in points["worklessness"]["answers"]] == ["Mum lost her job."]


def test_an_answer_that_comes_after_another_decision_answers_nothing_any_more(origin: str) -> None:
    talk, reference = nominated(origin, EXCLUDED)
    asked(origin, reference, 1, "crime_asb")
    body = {"kind": "return", "reason": "School helps first.", "version": 2}
    signed_in(origin, "coordinator").post(f"/api/nominations/{reference}/decisions", json=body).raise_for_status()
    answered(talk, "The police came twice last year.")
    point = unclear(origin, reference)["crime_asb"]
    assert (point["waits"], point["answers"]) == (False, [])


@pytest.mark.parametrize("about", ["no-such-criterion", "antisocial_behaviour"])
def test_a_question_is_about_points_of_the_programme(origin: str, about: str) -> None:
    _, reference = nominated(origin, EXCLUDED)
    body = {"kind": "ask", "reason": "Since when?", "about": [about], "version": 1}
    answer = signed_in(origin, "coordinator").post(f"/api/nominations/{reference}/decisions", json=body)
    assert answer.status_code == 422


def test_a_family_is_not_asked_in_writing_about_what_is_private() -> None:
    programme = load_programme("sevenoaks")
    to_staff = proposed_words(["domestic_abuse"], programme, "professional")
    to_family = proposed_words(["domestic_abuse", "education"], programme, "family")
    assert "abuse" in to_staff
    assert "When can we call you?" in to_family
    assert "How is school going?" in to_family
    for word in ("abuse", "hurt", "scare", "safe at home"):
        assert word not in to_family


def test_every_point_of_every_programme_has_words() -> None:
    for code, programme in load_programmes().items():
        for criterion in programme.criteria:
            for audience in ("professional", "family"):
                words = proposed_words([criterion.code], programme, audience)
                assert words.count("\n") >= 1, f"{code}: {criterion.code} has no question to a {audience}"
