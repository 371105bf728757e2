"""Somebody goes back to an earlier talk on the chat page: to answer the coordinator, or to what is not sent yet."""

from __future__ import annotations

from tests.backend.threads.talking import CONTENT, Talk, signed_in


def on_page(origin: str, who: str, words: str) -> Talk:
    """A talk on the account's chat page, begun anew."""
    signed_in(origin, who).post("/chat/new")
    talk = Talk(origin, who)
    talk.conversation = "page"
    talk.hear(words)
    return talk


def sent(talk: Talk) -> str:
    talk.put(CONTENT).raise_for_status()
    return str(talk.submit().raise_for_status().json()["reference"])


def test_what_the_coordinator_asks_is_found_from_a_later_talk_and_answered_in_its_own(origin: str) -> None:
    nominator, coordinator = signed_in(origin, "nominator"), signed_in(origin, "coordinator")
    first = on_page(origin, "nominator", "About the first family")
    reference = sent(first)
    second = on_page(origin, "nominator", "About the second family")
    assert f"Answer about {reference}" not in nominator.get("/chat").text
    ask = {"kind": "ask", "reason": "Since when has she been out of work?", "version": 1}
    coordinator.post(f"/api/nominations/{reference}/decisions", json=ask).raise_for_status()

    assert f"Answer about {reference}" in nominator.get("/chat").text
    assert "Answer in the chat" in nominator.get("/my-nominations").text
    back = nominator.post(f"/my-nominations/{reference}/talk")
    assert (back.status_code, back.headers["location"]) == (303, "/chat#question")
    page = nominator.get("/chat").text
    assert "Since when has she been out of work?" in page
    assert "About the second family" not in page
    heard = first.hear("Since March")
    added = {"message": heard["message"], "indicators": []}
    assert first.post(f"/internal/threads/{first.thread}/additions", added)["status"] == "received"

    assert "Go on with the nomination that is not sent yet" in page
    nominator.post("/chat/unfinished")
    assert "About the second family" in nominator.get("/chat").text
    assert second.hear("And he is nine")["thread"] == second.thread


def test_nobody_goes_back_to_somebody_elses_talk_or_to_one_that_is_not(origin: str) -> None:
    reference = sent(on_page(origin, "nominator", "About a family"))
    family = signed_in(origin, "family")
    assert family.post(f"/my-nominations/{reference}/talk").status_code == 404
    assert family.post("/my-nominations/nothing-of-the-kind/talk").status_code == 404
    elsewhere = Talk(origin).nominated()  # told to a program, which knows its own conversations
    assert signed_in(origin, "nominator").post(f"/my-nominations/{elsewhere}/talk").status_code == 404


def test_a_new_talk_is_the_newest_after_somebody_went_back(origin: str) -> None:
    nominator = signed_in(origin, "nominator")
    reference = sent(on_page(origin, "nominator", "About the third family"))
    on_page(origin, "nominator", "About the fourth family")
    nominator.post(f"/my-nominations/{reference}/talk")
    on_page(origin, "nominator", "About the fifth family")
    page = nominator.get("/chat").text
    assert "About the fifth family" in page
    assert "About the third family" not in page
