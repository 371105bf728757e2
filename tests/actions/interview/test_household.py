"""People named in several messages are put together: nobody twice, nobody lost."""

from __future__ import annotations

import pytest

from actions.interview import household
from nlu.reading import Person
from tests.actions.interview.talk import agreed, person

MUM, SON, DAUGHTER, PARENT = person("mum"), person("son"), person("daughter"), person("parent")


def told(*messages: tuple[Person, ...], last_is_whole: bool = False) -> list[tuple[str | None, str | None, int | None]]:
    entries: list[dict[str, object]] = []
    for at, people in enumerate(messages, 1):
        whole = last_is_whole and at == len(messages)
        taken = household.take_whole if whole else household.take
        entries = taken(entries, people, correction=False)
    return [(e["name"], e["relation"], e["age"]) for e in entries]  # type: ignore[misc]


@pytest.mark.parametrize(
    ("messages", "household_of"),
    [
        # a relation first, its name later
        (((MUM,), (person("mother", name="Kelly"),)), [("Kelly", "mum", None)]),
        # an age says which of two sons
        (
            ((person("son", age=14), person("son", age=9)), (person(name="Jack", age=9),)),
            [(None, "son", 14), ("Jack", "son", 9)],
        ),
        # a first name, then the whole name
        (((person(name="Kelly"),), (person("mum", name="Kelly Smith"),)), [("Kelly Smith", "mum", None)]),
        # two sons of one message stay two
        (((SON, SON),), [(None, "son", None), (None, "son", None)]),
        # the same son again is not a third
        (((SON, SON), (SON,)), [(None, "son", None), (None, "son", None)]),
        # a child turns out to be a son
        (((person("child", age=14),), (person("son", name="Max", age=14),)), [("Max", "son", 14)]),
        # "both parents" are the grown-ups who are named, before or after
        (
            ((PARENT, PARENT), (person(name="Ann", age=41), person(name="Bo", age=44), person(name="Cy", age=9))),
            [("Ann", None, 41), ("Bo", None, 44), ("Cy", None, 9)],
        ),
        (
            ((person("mum", name="Ann", age=41), person(name="Cy", age=9)), (PARENT, PARENT)),
            [("Ann", "mum", 41), ("Cy", None, 9)],
        ),
        # they are somebody where nobody else grown-up was told of
        (((person(name="Cy", age=9),), (PARENT,)), [("Cy", None, 9), (None, "parent", None)]),
        # "her sons" are the children who are named; a third is one more
        (
            ((person(name="Cy", age=9), person(name="Di", age=12)), (SON, SON)),
            [("Cy", None, 9), ("Di", None, 12)],
        ),
        (((person(name="Cy", age=9),), (SON, SON)), [("Cy", None, 9), (None, "son", None)]),
        # a title and a surname are of whoever has the surname, and give way to the whole name
        (
            ((person(name="Ann Lee", age=41), person("son", name="Cy Lee", age=9)), (person(name="Mrs Lee"),)),
            [("Ann Lee", None, 41), ("Cy Lee", "son", 9)],
        ),
        (((person(name="Mrs Lee"),), (person(name="Al Lee", age=41),)), [("Al Lee", None, 41)]),
        (
            ((person("mum", name="Ann Lee", age=41),), (person(name="Mr Lee", age=44),)),
            [("Ann Lee", "mum", 41), ("Mr Lee", None, 44)],
        ),
        # a son is no daughter
        (
            ((person("son", age=8),), (person("daughter", name="Zoe", age=8),)),
            [(None, "son", 8), ("Zoe", "daughter", 8)],
        ),
    ],
)
def test_people_of_several_messages(
    messages: tuple[tuple[Person, ...], ...], household_of: list[tuple[str | None, str | None, int | None]]
) -> None:
    assert told(*messages) == household_of


def test_children_that_were_only_counted_are_the_named_ones() -> None:
    counted = (person("child"), person("child", age=16))
    named = (person("mum", name="Tara"), person("son", name="Max", age=14), person("daughter", name="Zoe", age=17))
    assert told(counted, named, last_is_whole=True) == [
        ("Max", "son", 14),
        ("Tara", "mum", None),
        ("Zoe", "daughter", 17),
    ]


def test_a_child_that_was_counted_and_is_not_named_yet_is_not_lost() -> None:
    counted = (person("child", age=3), person("child", age=5))
    assert (None, "child", 3) in told(counted, (person("son", name="Max", age=5),), last_is_whole=True)


def test_a_story_that_goes_on_under_the_household_question_does_not_answer_it() -> None:
    talk = agreed()
    talk.tell("Both teenagers are not going to school. The younger one is a 14 year old boy.")
    assert talk.asked == "household"
    assert talk.tell("Mum and dad have both had problems with heroin and drink.") == "household"
    assert talk.response == "utter_ask_household"
    talk.tell("Mum Dana Wexcombe 41, dad Lorne Wexcombe 44, daughter Ashby 17, son Tavin 14")
    names = [somebody["name"] for somebody in talk.content["people"]]
    assert sorted(names) == ["Ashby", "Dana Wexcombe", "Lorne Wexcombe", "Tavin"]
    assert talk.asked == "address"


def test_relations_alone_answer_who_is_in_the_family() -> None:
    talk = agreed()
    talk.tell("He was excluded twice this term and nobody works")
    assert talk.tell("just mum and her son") == "household"
    assert talk.response == "utter_ask_household_ages"


@pytest.mark.parametrize("relation", ["step-son", "half-brother", "foster-child", "great-grandson", "sibling"])
def test_whose_child_it_is_makes_it_no_less_a_child(relation: str) -> None:
    told_of: tuple[Person, ...] = (person("mum", name="Ana"), person(relation, name="Leo"))
    entries = household.take([], told_of, correction=False)
    assert household.ages_wanted(entries)


def test_a_whole_line_goes_into_the_draft_as_it_was_said() -> None:
    talk = agreed()
    talk.tell("Jake has had two fixed-term exclusions.")
    assert talk.asked == "household"
    talk.tell("mum Sarah J (34), her son Jake 14 at Knole, stepdad Phil 40, twins aged 3")
    people = {(one["name"], one["age"], one["relation"]) for one in talk.content["people"]}
    assert people == {("Sarah J", 34, "mum"), ("Jake", 14, "son"), ("Phil", 40, "step-dad"), (None, 3, "child")}
    assert [one["age"] for one in talk.content["people"]].count(3) == 2


def test_whoever_nominates_is_nobody_of_the_household() -> None:
    talk = agreed()
    talk.tell("Ida Crane, 39, and Abe, 14. At home there is only me who sees them. He was excluded.")
    assert [somebody["name"] for somebody in talk.content["people"]] == ["Ida Crane", "Abe"]


def test_a_district_is_nobody_of_the_household() -> None:
    talk = agreed()
    talk.tell("Ida Crane, 39, and Abe, 14. He was excluded in May.")
    assert talk.asked == "address"
    talk.tell("Maltby, Rotherham")
    assert [somebody["name"] for somebody in talk.content["people"]] == ["Ida Crane", "Abe"]


@pytest.mark.parametrize(
    ("said", "family"),
    [
        ("Her son Kit Crane, who is 9", [("Ida Crane", 39), ("Abe Crane", 14), ("Kit Crane", 9)]),
        ("Actually her son Kit is 9", [("Ida Crane", 39), ("Abe Crane", 14), ("Kit", 9)]),
        ("Correction, her son is 15", [("Ida Crane", 39), ("Abe Crane", 15)]),
        ("Mrs Crane is 40, not 39", [("Ida Crane", 40), ("Abe Crane", 14)]),
    ],
)
def test_an_age_is_put_right_of_whom_it_is_said_and_of_nobody_else(said: str, family: list[tuple[str, int]]) -> None:
    talk = agreed()
    talk.tell("Ida Crane, 39, and her son Abe Crane, 14. He was excluded in May.")
    talk.tell("5 Oak Road, Sevenoaks TN13 1AA")
    assert talk.asked == "contact"
    talk.tell(said)
    assert [(somebody["name"], somebody["age"]) for somebody in talk.content["people"]] == family


def test_mr_and_mrs_are_the_parents_who_are_named_later() -> None:
    couple = person("parent", name="Mr Marsh"), person("parent", name="Mrs Marsh")
    named = person("dad", name="Ivo Marsh", age=45), person("mum", name="Lisa Marsh", age=43)
    assert [name for name, _, _ in told(couple, named)] == ["Ivo Marsh", "Lisa Marsh"]


def test_mum_is_the_only_adult_of_whom_nobody_said_who_she_is() -> None:
    assert told((MUM,), (person(name="Isatu Sesay", age=39), person("son", name="Ibrahim", age=13))) == [
        ("Isatu Sesay", "mum", 39),
        ("Ibrahim", "son", 13),
    ]


def test_a_name_that_only_a_story_mentioned_is_nobody_of_the_listed_household() -> None:
    passing = person(name="Mrs Dell"), person("partner", name="Darren")
    listed = person("mum", name="Kelly", age=34), person("son", name="Jack", age=9)
    assert [name for name, _, _ in told(passing, listed, last_is_whole=True)] == ["Darren", "Kelly", "Jack"]
