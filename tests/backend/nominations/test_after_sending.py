"""After sending: what is to be taken out becomes a request, and the status of one or of all is told."""

from __future__ import annotations

from tests.backend.threads.talking import CONTENT, Talk, signed_in

WORDS = "please take out the bit about nobody working"


def ask_to_take_out(talk: Talk, words: str = WORDS) -> dict[str, str]:
    talk.hear(words)
    asked: dict[str, str] = talk.post(f"/internal/threads/{talk.thread}/corrections", {"message": talk.last})
    return asked


def test_what_is_to_be_taken_out_is_a_request_that_the_coordinator_reads_and_nothing_vanishes(origin: str) -> None:
    coordinator, nominator = signed_in(origin, "coordinator"), signed_in(origin, "nominator")
    talk = Talk(origin)
    reference = talk.nominated()
    before = coordinator.get(f"/api/nominations/{reference}").json()
    asked = ask_to_take_out(talk)
    assert asked["reference"] == reference
    again = talk.post(f"/internal/threads/{talk.thread}/corrections", {"message": talk.last})
    assert again == asked

    page = coordinator.get(f"/nominations/{reference}/requests").text
    assert page.count(WORDS) == 1
    assert "Something put right" in page
    assert "1 request about the data waits for an answer" in coordinator.get(f"/nominations/{reference}").text
    assert "A person will answer by" in nominator.get(f"/my-nominations/{reference}/requests").text
    after = coordinator.get(f"/api/nominations/{reference}").json()
    assert (after["indicators"], after["status"]) == (before["indicators"], before["status"])


def test_the_coordinator_grants_such_a_request_by_putting_the_fact_right(origin: str) -> None:
    coordinator = signed_in(origin, "coordinator")
    talk = Talk(origin)
    reference = talk.nominated()
    ask_to_take_out(talk)
    page = coordinator.get(f"/nominations/{reference}/requests").text
    request = page.split(f"/nominations/{reference}/requests/")[1].split('"')[0]
    answer = {"outcome": "granted", "reason": "You are right.", "field": "indicators.1.status", "value": "negated"}
    assert coordinator.post(f"/nominations/{reference}/requests/{request}", data=answer).status_code == 303
    facts = coordinator.get(f"/api/nominations/{reference}").json()["indicators"]
    assert [(fact["code"], fact["status"]) for fact in facts][1] == ("nobody_working", "negated")
    assert "waits for an answer" not in coordinator.get(f"/nominations/{reference}").text


def test_nothing_is_asked_of_a_talk_from_which_nothing_was_sent(origin: str) -> None:
    talk = Talk(origin)
    talk.hear(WORDS)
    assert talk.client.post(f"/internal/threads/{talk.thread}/corrections", json={"message": 1}).status_code == 409


def test_the_status_of_all_that_was_sent_is_told_in_a_new_talk_and_of_one_where_it_is_named(origin: str) -> None:
    first, second = (Talk(origin, "family") for _ in range(2))
    references = [talk.nominated(CONTENT) for talk in (first, second)]
    new = Talk(origin, "family")
    new.hear("How is it going?")
    assert new.view()["sent"] >= 2
    reply = {"text": "[[status]]", "custom": {"fill": ["status"]}}
    [told] = new.say(reply)
    assert all(reference in told["text"] for reference in references)
    new.hear(f"and what about {references[0].lower()}?")
    [told] = new.say(reply)
    assert references[0] in told["text"]
    assert references[1] not in told["text"]


def test_a_reference_of_somebody_else_tells_nothing_of_it(origin: str) -> None:
    theirs = Talk(origin).nominated()
    mine = Talk(origin, "family")
    own = mine.nominated(CONTENT)
    mine.hear(f"How is {theirs}?")
    [told] = mine.say({"text": "[[status]]", "custom": {"fill": ["status"]}})
    assert theirs not in told["text"]
    assert own in told["text"]
