"""Where the family lives: which districts point to which programme, and whose door is the right one."""

from __future__ import annotations

from backend.programmes import load_programme
from tests.backend.threads.talking import CONTENT, Talk, signed_in


def test_districts_that_are_shared_are_listed_as_such(origin: str) -> None:
    talk = Talk(origin)
    talk.hear("Hello")
    programmes = {programme["code"]: programme for programme in talk.view()["programmes"]}
    assert "TN13" in programmes["sevenoaks"]["districts"]
    assert "TN15" in programmes["sevenoaks"]["shared"]
    assert not set(programmes["sevenoaks"]["districts"]) & set(programmes["sevenoaks"]["shared"])


def test_the_interview_knows_what_happens_with_an_address_outside(origin: str) -> None:
    talk = Talk(origin)
    talk.hear("Hello")
    assert talk.view()["programme"]["out_of_area"] == load_programme("sevenoaks").next_steps["out-of-area"]


def test_another_programmes_address_is_told_whose_it_is_and_recorded(origin: str) -> None:
    talk = Talk(origin)
    talk.hear("Hello")
    there = talk.put(CONTENT | {"postcode": "KT1 2AB"}).json()
    assert there["out_of_area"] is True
    assert "Kingston" in there["elsewhere"]
    assert talk.view()["elsewhere"] == there["elsewhere"]
    reference = talk.submit().raise_for_status().json()["reference"]
    seen = signed_in(origin, "coordinator").get(f"/api/nominations/{reference}").json()
    assert seen["out_of_area"] is True
    assert "Kingston" in seen["route"]["next_step"]


def test_an_address_that_nobody_covers_leads_to_its_own_council_and_one_that_may_be_inside_nowhere(origin: str) -> None:
    talk = Talk(origin)
    talk.hear("Hello")
    nobody = talk.put(CONTENT | {"postcode": "LS1 4AB"}).json()
    assert nobody["out_of_area"] is True
    assert "www.gov.uk/find-local-council" in nobody["elsewhere"]
    assert "Nothing is passed on unless the family agrees" in nobody["elsewhere"]
    shared = talk.put(CONTENT | {"postcode": "TN15 6XX"}).json()
    assert (shared["out_of_area"], shared["elsewhere"]) == (False, None)


def test_what_the_account_does_not_say_of_the_nominator_comes_from_the_talk(origin: str) -> None:
    talk = Talk(origin, "family")
    talk.hear("Hello")
    talk.put(CONTENT | {"nominator": {"role": "grandmother", "name": "Somebody Else"}}).raise_for_status()
    reference = talk.submit().raise_for_status().json()["reference"]
    nominator = signed_in(origin, "coordinator").get(f"/api/nominations/{reference}").json()["nominator"]
    assert nominator["role"] == "grandmother"
    assert nominator["name"] != "Somebody Else"
