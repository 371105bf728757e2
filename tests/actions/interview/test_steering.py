"""Wishes about the talk itself, by verb and aim: and what only sounds like one."""

from __future__ import annotations

import pytest

from actions.interview import Message, Open, taking_out
from actions.interview.steering import wish
from tests.actions.interview.talk import reader


def wished(said: str, asked: str) -> str | None:
    return wish(Message(n=9, text=said, reading=reader().read(said), question=Open(asked)))


@pytest.mark.parametrize(
    ("said", "asked", "meant"),
    [
        ("could you return me to the question about services", "hopes", "go_back"),
        ("let me revisit the address", "agencies", "go_back"),
        ("i want to see the last one again", "contact", "go_back"),
        ("bk 2", "agencies", "go_back"),
        ("can we restart from scratch", "address", "start_again"),
        ("please let me do all of this from the top", "hopes", "start_again"),
        ("I shall commence afresh", "agencies", "start_again"),
        ("ive changed my mind i dont want to do this anymore", "agencies", "withdraw"),
        ("The parents have decided not to go ahead", "contact", "withdraw"),
        ("abort", "address", "withdraw"),
        ("oh never mind", "assessment", "withdraw"),
    ],
)
def test_a_wish_about_the_talk_is_heard_by_verb_and_aim(said: str, asked: str, meant: str) -> None:
    assert wished(said, asked) == meant


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        ("I want Kit to go back to school", "hopes"),
        ("a fresh start for all of us", "hopes"),
        ("we want to start again somewhere new", "hopes"),
        ("Mum would like to go back to work", "hopes"),
        ("she started drinking again", "contact"),
        ("Ring back after six on 07700 900123", "contact"),
        ("no, she refused", "consent"),
        ("I changed my mind about the address, it is 4 Mill Road, Sevenoaks TN13 1AA", "agencies"),
    ],
)
def test_what_is_hoped_for_or_told_steers_nothing(said: str, asked: str) -> None:
    assert wished(said, asked) is None


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        ("I have changed my mind, can you delete this please", "contact"),
        ("we're having second thoughts, please remove it all", "address"),
        ("changing my mind about all this. erase it", "summary"),
        ("Mum doesn't want the referral any more, please delete it", "agencies"),
    ],
)
def test_who_wants_no_more_of_it_is_asked_whether_to_stop(said: str, asked: str) -> None:
    assert wished(said, asked) == "withdraw"


@pytest.mark.parametrize(
    "said",
    [
        "I've changed my mind about the drinking, take that out",
        "changed my mind, remove the bit about the police",
        "delete what I said about his dad",
    ],
)
def test_who_wants_one_thing_out_is_not_asked_to_stop(said: str) -> None:
    message = Message(n=9, text=said, reading=reader().read(said), question=Open("summary"))
    assert wish(message) is None
    assert taking_out.wished(message)
