"""What was left is offered on the start page and at the beginning of a talk: by its days, never by a name."""

from __future__ import annotations

import re

from tests.backend.threads.talking import CONTENT, Talk, signed_in


def on_page(origin: str, words: str) -> Talk:
    signed_in(origin, "nominator").post("/chat/new")
    talk = Talk(origin)
    talk.conversation = "page"
    talk.hear(words)
    talk.put(CONTENT).raise_for_status()
    return talk


def left_in(origin: str, language: str) -> Talk:
    signed_in(origin, "family").post("/chat/new")
    talk = Talk(origin, "family", "rotherham")
    talk.conversation = "page"
    talk.hear("Dobrý deň")
    talk.put(CONTENT | {"talk_in": language}).raise_for_status()
    return talk


def offers(page: str) -> list[str]:
    return re.findall(r'name="talk" value="([\w-]+)"', page)


def test_a_draft_is_offered_on_the_start_page_and_gone_on_with(origin: str) -> None:
    nominator = signed_in(origin, "nominator")
    first = on_page(origin, "About the first family")
    second = on_page(origin, "About the second family")
    start = nominator.get("/").text
    assert "You began a nomination on" in start
    assert "It is kept until" in start
    assert {first.thread, second.thread} <= set(offers(start))
    for private in ("Quillfeather", "Larkspur", "TN13", "first family"):
        assert private not in start
    back = nominator.post("/chat/unfinished", data={"talk": first.thread})
    assert (back.status_code, back.headers["location"]) == (303, "/chat#question")
    chat = nominator.get("/chat").text
    assert "About the first family" in chat
    assert offers(chat) == [], "nothing else is offered in the middle of a talk"
    assert first.hear("He is nine")["thread"] == first.thread


def test_a_new_talk_begins_with_the_offer_to_go_on(origin: str) -> None:
    left = on_page(origin, "About the third family")
    nominator = signed_in(origin, "nominator")
    nominator.post("/chat/new")
    chat = nominator.get("/chat").text
    assert left.thread in offers(chat)
    assert "third family" not in chat


def test_what_was_sent_is_not_offered_and_nobody_goes_on_with_anothers(origin: str) -> None:
    talk = on_page(origin, "About the fourth family")
    family = signed_in(origin, "family")
    assert family.post("/chat/unfinished", data={"talk": talk.thread}).status_code == 404
    assert talk.thread not in offers(family.get("/").text)
    talk.submit().raise_for_status()
    assert talk.thread not in offers(signed_in(origin, "nominator").get("/").text)
    assert offers(signed_in(origin, "coordinator").get("/").text) == []


def test_a_family_reads_of_what_it_left_in_its_own_language(origin: str) -> None:
    left_in(origin, "sk")
    family = signed_in(origin, "family")
    start = family.get("/").text
    assert "Začali ste nám niečo hovoriť" in start
    assert '<div class="govuk-inset-text fd-left" lang="sk">' in start
    family.post("/chat/new")
    assert "Pokračovať v tom, čo ste začali" in family.get("/chat").text
